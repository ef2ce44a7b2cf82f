import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { charactersLeft } from '#services/translation/index.ts';
import { mayBeMachine, needsMachine } from '../rules/machine-text.ts';
import { fieldsToTranslate, wordsOf } from '../rules/translation-words.ts';
import { noteAskedMachine, waitingSince } from '../store/machine-translations.ts';
import { beginTranslation, type TextKey } from '../store/translations.ts';
import { auditText, holdFor, type Held } from './translating.ts';

/** The job that has one text translated; its data is a `TextKey`. */
export const TRANSLATE_PRACTICE = 'translate-practice';

/** One that waits longer has lost its job, and may be asked for anew. */
const LOST_AFTER_MS = 86_400_000;

const no = (key: string): { ok: false; refusal: Refusal } => refuse({ reasons: [{ key }] });

/**
 * Asks for a machine's translation of a practice's text: a job does it, sent in the transaction that notes the wish. `monthlyCharacters`
 * of the settings; undefined: no provider is configured. Asked for again while it waits, or where it is there, nothing happens.
 */
export const askMachine = (
  ctx: ActContext,
  key: TextKey,
  provider: { monthlyCharacters: number } | undefined,
): Promise<Result<null>> =>
  ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const held = await holdFor(trx, ctx, 'machine', key);
    if (!held.ok) return held;
    if (!provider) return no('translate_refused_off');
    if (!mayBeMachine(held.value.given?.state)) return no('translate_refused_checked');
    return ask(trx, ctx, held.value, provider.monthlyCharacters);
  });

async function ask(
  trx: Database,
  ctx: ActContext,
  held: Held & { as: string },
  monthlyCharacters: number,
): Promise<Result<null>> {
  const at = ctx.clock.now();
  const original = wordsOf(held.original);
  if (!needsMachine(original, wordsOf(held.given), held.translation?.basis ?? null)) return done(null);
  const since = await waitingSince(trx, held);
  if (since && at.getTime() - since.getTime() < LOST_AFTER_MS) return done(null);
  const characters = fieldsToTranslate(original).reduce((sum, field) => sum + original[field].length, 0);
  if (characters > (await charactersLeft(trx, monthlyCharacters, at))) return no('translate_refused_limit');
  const { practiceId, language } = held;
  await beginTranslation(trx, held, at);
  await noteAskedMachine(trx, held, at);
  await ctx.queue.send(trx, TRANSLATE_PRACTICE, { practiceId, language }, `${practiceId} ${language}`);
  await auditText(trx, ctx, held, { act: 'translation.ask-machine', as: held.as, after: { characters } });
  return done(null);
}
