import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Translation, TranslationContent, TranslationOrigin, TranslationVersion } from '../model.ts';

/** Which text: of which practice, in which language. */
export type TextKey = { practiceId: number; language: Language };

/** A translation in the making; undefined where nobody has begun one. */
export async function translationOf(
  db: Database,
  { practiceId, language }: TextKey,
): Promise<Translation | undefined> {
  const row = await db
    .selectFrom('practice_translation')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('language', '=', language)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    practiceId,
    language,
    version: row.version,
    publishedVersion: row.published_version,
    basis: row.basis as TranslationContent | null,
    changedAt: row.changed_at,
    machine:
      row.machine_state === null
        ? null
        : ({ state: row.machine_state, problem: row.machine_problem } as Translation['machine']),
  };
}

/** One version, its content unchecked. */
export async function translationVersion(
  db: Database,
  { practiceId, language }: TextKey,
  number: number,
): Promise<TranslationVersion | undefined> {
  const row = await db
    .selectFrom('practice_translation_version as v')
    .leftJoin('person as p', (join) => join.onRef('p.id', '=', 'v.author_id').on('p.erased_at', 'is', null))
    .select(['v.number', 'v.origin', 'p.name as authorName', 'v.written_at as writtenAt', 'v.content'])
    .where('v.practice_id', '=', practiceId)
    .where('v.language', '=', language)
    .where('v.number', '=', number)
    .executeTakeFirst();
  return row as unknown as TranslationVersion | undefined;
}

export type NewTranslationVersion = {
  number: number;
  origin: TranslationOrigin;
  authorId: PersonId | null;
  at: Date;
  content: TranslationContent;
};

/** Begins a translation, unless it is begun. */
export async function beginTranslation(
  trx: Database,
  { practiceId, language }: TextKey,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('practice_translation')
    .values({ practice_id: practiceId, language, changed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes a version of a translation that is begun, and makes it the newest. */
export async function addTranslationVersion(
  trx: Database,
  key: TextKey,
  version: NewTranslationVersion,
): Promise<void> {
  await trx
    .insertInto('practice_translation_version')
    .values({
      practice_id: key.practiceId,
      language: key.language,
      number: version.number,
      origin: version.origin,
      author_id: version.authorId,
      written_at: version.at,
      content: JSON.stringify(version.content),
    })
    .execute();
  await change(trx, key).set({ version: version.number, changed_at: version.at }).execute();
}

const change = (trx: Database, { practiceId, language }: TextKey) =>
  trx
    .updateTable('practice_translation')
    .where('practice_id', '=', practiceId)
    .where('language', '=', language);

/** Notes which version readers are given (null: none of them), and of which words of the original it is the translation. */
export async function notePublished(
  trx: Database,
  key: TextKey,
  { version, basis }: { version: number | null; basis: TranslationContent },
): Promise<void> {
  await change(trx, key)
    .set({ published_version: version, basis: JSON.stringify(basis) })
    .execute();
}

/** Puts a text in a language before readers, in the place of the one that was there. No other language is touched. */
export async function putText(
  trx: Database,
  { practiceId, language }: TextKey,
  text: { state: 'machine' | 'reviewed'; words: TranslationContent; evidence: string | null; at: Date },
): Promise<void> {
  const { words } = text;
  const known = (value: string): string | null => (value === '' ? null : value);
  const row = {
    state: text.state,
    stale_since: null,
    title: words.title,
    teaser: words.teaser,
    summary: known(words.summary),
    challenge: known(words.challenge),
    what_was_done: known(words.whatWasDone),
    first_steps: known(words.firstSteps),
    what_went_wrong: known(words.whatWentWrong),
    outcomes: known(words.outcomes),
    outcome_evidence: text.evidence,
    participants: known(words.participants),
    effort: known(words.effort),
    time_to_first_event: known(words.timeToFirstEvent),
    cost_note: known(words.costNote),
    funding: known(words.funding),
  };
  await trx
    .insertInto('practice_text')
    .values({ practice_id: practiceId, language, ...row })
    // The original is nobody's translation, whatever was asked for.
    .onConflict((conflict) =>
      conflict
        .columns(['practice_id', 'language'])
        .doUpdateSet(row)
        .where('practice_text.state', '!=', 'original'),
    )
    .execute();
  await trx.updateTable('practice').set({ changed_at: text.at }).where('id', '=', practiceId).execute();
}

/** The original's words from which these practices' texts in a language were made, where that is known. */
export async function basesOf(
  db: Database,
  practiceIds: readonly number[],
  language: Language,
): Promise<Map<number, TranslationContent>> {
  if (practiceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('practice_translation')
    .select(['practice_id', 'basis'])
    .where('practice_id', 'in', [...practiceIds])
    .where('language', '=', language)
    .where('basis', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.practice_id, row.basis as TranslationContent]));
}

/** Since when a text is older than its original; null where it is not, or nobody noted it. */
export async function staleSinceOf(db: Database, { practiceId, language }: TextKey): Promise<Date | null> {
  const row = await db
    .selectFrom('practice_text')
    .select('stale_since')
    .where('practice_id', '=', practiceId)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.stale_since ?? null;
}
