import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { TranslationFailure, translateTexts, type TranslationSettings } from '#services/translation/index.ts';
import type { MachineProblem, TranslatedField, TranslationContent } from '../model.ts';
import { versionOfText } from '../queries/text-version.ts';
import { machineText, mayBeMachine, startFrom } from '../rules/machine-text.ts';
import { changedWords, fieldsToTranslate, wordsOf } from '../rules/translation-words.ts';
import { countAttempt, endMachine, failMachine } from '../store/machine-translations.ts';
import { notePublished, putText, type TextKey } from '../store/translations.ts';
import { indexPractices } from './index-practices.ts';
import { auditText, holdText, writeTextVersion, type Held } from './translating.ts';

export type Machine = Pick<ActContext, 'db' | 'clock' | 'log'> & {
  /** Undefined: none is configured any more. */
  provider: TranslationSettings | undefined;
};

/** So often a provider is asked; with the waits of the job, over some four hours. */
export const MOST_ATTEMPTS = 9;

/**
 * Has a text that waits for it translated and gives it to readers, marked as a machine's; for a job. Nothing but the published words of
 * the practice leaves the site. A failure that may pass is thrown for the queue to try again; else the text says why there is none.
 */
export async function translateByMachine(ctx: Machine, key: TextKey): Promise<void> {
  const attempt = await countAttempt(ctx.db, key);
  if (attempt === undefined) return;
  const held = await ctx.db.transaction().execute((trx) => holdText(trx, key));
  if (!held || !mayBeMachine(held.given?.state)) return endMachine(ctx.db, key);
  if (!ctx.provider) return failMachine(ctx.db, key, 'refused');
  const made = await translate(ctx, ctx.provider, held, attempt);
  if (!made) return;
  const isPut = await ctx.db.transaction().execute((trx) => put(trx, ctx, held, made));
  if (!isPut) throw new Interrupted(`Practice ${key.practiceId} changed while it was translated.`);
}

async function translate(
  ctx: Machine,
  provider: TranslationSettings,
  held: Held,
  attempt: number,
): Promise<Partial<TranslationContent> | undefined> {
  const { practiceId, language: to } = held;
  const original = wordsOf(held.original);
  const fields = fieldsToTranslate(original);
  try {
    const texts = fields.map((field) => original[field]);
    const translated = await translateTexts(ctx, provider, { texts, from: held.original.language, to });
    return Object.fromEntries(
      fields.map((field, n): [TranslatedField, string] => [field, translated[n] ?? '']),
    );
  } catch (error) {
    if (!(error instanceof TranslationFailure)) throw error;
    const told = { practice: practiceId, language: to, reason: error.message };
    if (error.kind === 'refused' || attempt >= MOST_ATTEMPTS) {
      ctx.log.error('A practice could not be translated', told);
      const problems = { refused: 'refused', quota: 'quota', later: 'unreachable' } as const;
      await failMachine(ctx.db, held, problems[error.kind] satisfies MachineProblem);
      return undefined;
    }
    ctx.log.warn('A practice was not translated and will be tried again', told);
    throw new Interrupted(error.message);
  }
}

/** Writes what was made; false where the original has changed since, so that it is to be made anew. */
async function put(
  trx: Database,
  ctx: Machine,
  before: Held,
  made: Partial<TranslationContent>,
): Promise<boolean> {
  const held = await holdText(trx, before);
  if (!held || !mayBeMachine(held.given?.state)) {
    await endMachine(trx, before);
    return true;
  }
  const original = wordsOf(held.original);
  if (changedWords(wordsOf(before.original), original).length > 0) return false;
  const words = machineText(original, made);
  if (!words) {
    await failMachine(trx, held, 'refused');
    return true;
  }
  const newest = await versionOfText(trx, held, held.translation?.version ?? 0);
  const isUntouched = changedWords(newest.content, wordsOf(held.given)).length === 0;
  const content = startFrom(words, isUntouched ? undefined : newest.content);
  const version = await writeTextVersion(trx, ctx, held, { content, origin: 'machine' });
  await putText(trx, held, {
    state: 'machine',
    words,
    evidence: held.original.outcomeEvidence,
    at: ctx.clock.now(),
  });
  const isAsPublished = changedWords(content, words).length === 0;
  await notePublished(trx, held, { version: isAsPublished ? version : null, basis: original });
  await endMachine(trx, held);
  await indexPractices(trx, [held.practiceId]);
  await auditText(trx, ctx, held, {
    act: 'translation.machine',
    as: 'system',
    before: { state: held.given?.state ?? 'missing' },
    after: { state: 'machine', version },
  });
  return true;
}
