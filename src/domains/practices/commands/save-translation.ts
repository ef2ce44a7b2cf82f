import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import type { Language } from '#services/i18n/index.ts';
import type { TranslatedField, TranslationContent, TranslationVersion } from '../model.ts';
import { versionOfText } from '../queries/text-version.ts';
import { changedWords, mergeTranslations } from '../rules/translation-words.ts';
import { auditText, holdFor, writeTextVersion, type Held } from './translating.ts';

export type SaveTranslation = {
  practiceId: number;
  language: Language;
  /** The version that the translator saw while typing. */
  base: number;
  /** The fields of the page, as typed. */
  typed: Partial<TranslationContent>;
};

/** Two people changed one field: nothing was written, and the second merges. */
export type TranslationConflict = {
  fields: TranslatedField[];
  /** What the page holds, with the other's words where only they changed something. */
  mine: TranslationContent;
  theirs: TranslationVersion;
};

export type TranslationRefusal = Refusal & { conflict?: TranslationConflict };

/** Writes what was typed as a new version of the translation, which readers are not given yet; returns its number. */
export const saveTranslation = (
  ctx: ActContext,
  input: SaveTranslation,
): Promise<Result<number, TranslationRefusal>> =>
  ctx.db.transaction().execute(async (trx): Promise<Result<number, TranslationRefusal>> => {
    const held = await holdFor(trx, ctx, 'write', input);
    if (!held.ok) return held;
    const saved = await saveHeld(trx, ctx, held.value, input);
    return saved.ok ? done(saved.value.number) : saved;
  });

/** The same of a text that is held: its newest version afterwards. */
export async function saveHeld(
  trx: Database,
  ctx: ActContext,
  held: Held & { as: string },
  { base, typed }: Pick<SaveTranslation, 'base' | 'typed'>,
): Promise<Result<{ number: number; content: TranslationContent }, TranslationRefusal>> {
  const newest = held.translation?.version ?? 0;
  const theirs = await versionOfText(trx, held, newest);
  const seen = base >= newest ? theirs : await versionOfText(trx, held, base);
  const { content, conflicts } = mergeTranslations(seen.content, theirs.content, typed);
  if (conflicts.length > 0)
    return refuse({
      reasons: [{ key: 'contribute_conflict_text' }],
      conflict: { fields: conflicts, mine: content, theirs },
    });
  const changed = changedWords(theirs.content, content);
  // The same form posted twice changes nothing the second time.
  if (changed.length === 0) return done({ number: newest, content });
  const number = await writeTextVersion(trx, ctx, held, { content, origin: 'person' });
  await auditText(trx, ctx, held, {
    act: 'translation.save',
    as: held.as,
    before: { version: newest },
    after: { version: number, changed },
  });
  return done({ number, content });
}
