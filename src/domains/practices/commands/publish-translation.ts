import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { TranslationContent } from '../model.ts';
import { originalMark } from '../queries/original-mark.ts';
import { translationProblems, type TranslationProblem } from '../rules/translation-problems.ts';
import { changedWords, fieldsToTranslate, wordsOf } from '../rules/translation-words.ts';
import { endMachine } from '../store/machine-translations.ts';
import { beginTranslation, notePublished, putText } from '../store/translations.ts';
import { indexPractices } from './index-practices.ts';
import { saveHeld, type SaveTranslation, type TranslationRefusal } from './save-translation.ts';
import { auditText, holdFor, type Held } from './translating.ts';

export type PublishTranslation = SaveTranslation & {
  /** The mark of the original's words that the translator saw (`readTranslationPage`). */
  seen: string;
};

/** `saved`: the version under which what was typed is kept, though it was not published. */
export type PublishRefusal = TranslationRefusal & { saved?: number; problems?: TranslationProblem[] };

/**
 * Publishes a translation as checked by a person: what was typed as a version, the text that readers are given, and its search document,
 * in one transaction. No other language is touched. Incomplete, or where the original changed meanwhile, it is only saved.
 */
export const publishTranslation = (
  ctx: ActContext,
  input: PublishTranslation,
): Promise<Result<null, PublishRefusal>> =>
  ctx.db.transaction().execute(async (trx): Promise<Result<null, PublishRefusal>> => {
    const held = await holdFor(trx, ctx, 'publish', input);
    if (!held.ok) return held;
    const saved = await saveHeld(trx, ctx, held.value, input);
    if (!saved.ok) return saved;
    const { number, content } = saved.value;
    const original = wordsOf(held.value.original);
    if (input.seen !== originalMark(original))
      return refuse({ reasons: [{ key: 'translate_refused_changed' }], saved: number });
    const problems = translationProblems(original, content);
    if (problems.length > 0)
      return refuse({ reasons: [{ key: 'contribute_refused_incomplete' }], saved: number, problems });
    await publish(trx, ctx, held.value, { number, content, original });
    return done(null);
  });

type Checked = { number: number; content: TranslationContent; original: TranslationContent };

async function publish(
  trx: Database,
  ctx: ActContext,
  held: Held & { as: string },
  { number, content, original }: Checked,
): Promise<void> {
  const { given } = held;
  const fields = fieldsToTranslate(original);
  // What the original does not say any more, no translation says.
  const words = Object.fromEntries(
    Object.entries(content).map(([field, text]) => [field, (fields as string[]).includes(field) ? text : '']),
  ) as TranslationContent;
  const evidence = held.original.outcomeEvidence;
  const changed = changedWords(wordsOf(given), words);
  // Pressed twice it is published once.
  if (given?.state === 'reviewed' && changed.length === 0 && given.outcomeEvidence === evidence) return;
  const at = ctx.clock.now();
  await beginTranslation(trx, held, at);
  await putText(trx, held, { state: 'reviewed', words, evidence, at });
  await notePublished(trx, held, { version: number, basis: original });
  await endMachine(trx, held);
  await indexPractices(trx, [held.practiceId]);
  await auditText(trx, ctx, held, {
    act: 'translation.publish',
    as: held.as,
    before: { state: given?.state ?? 'missing' },
    after: { state: 'reviewed', version: number, changed },
  });
}
