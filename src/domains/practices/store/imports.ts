import { sql } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { DraftContent, DraftField } from '../model.ts';

/** A table that somebody had checked. `cells`: rows of texts, the headings first. */
export type KeptImport = {
  id: number;
  digest: string;
  fileName: string;
  cells: string[][];
  checkedAt: Date;
  madeAt: Date | null;
  draftCount: number | null;
};

/** More than anybody looks at in a day; the oldest go. */
const MOST_KEPT = 20;

/** Keeps the table; the same file of the same person again is the same import, and counts anew from now. Returns its number. */
export async function keepImport(
  trx: Database,
  personId: PersonId,
  { digest, fileName, cells, at }: { digest: string; fileName: string; cells: unknown; at: Date },
): Promise<number> {
  const { id } = await trx
    .insertInto('practice_import')
    .values({
      person_id: personId,
      digest,
      file_name: fileName,
      cells: JSON.stringify(cells),
      checked_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'digest']).doUpdateSet({ checked_at: at, file_name: fileName }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`delete from practice_import where person_id = ${personId} and id not in
    (select id from practice_import where person_id = ${personId} order by checked_at desc, id desc limit ${MOST_KEPT})`.execute(
    trx,
  );
  return id;
}

const kept = (db: Database, personId: PersonId, digest: string) =>
  db
    .selectFrom('practice_import')
    .select(['id', 'digest', 'file_name as fileName', 'cells', 'checked_at as checkedAt'])
    .select(['made_at as madeAt', 'draft_count as draftCount'])
    .where('person_id', '=', personId)
    .where('digest', '=', digest);

export async function importOf(
  db: Database,
  personId: PersonId,
  digest: string,
): Promise<KeptImport | undefined> {
  return (await kept(db, personId, digest).executeTakeFirst()) as KeptImport | undefined;
}

/** The same, held until the transaction ends: pressed twice, the second waits and finds it made. */
export async function holdImport(
  trx: Database,
  personId: PersonId,
  digest: string,
): Promise<KeptImport | undefined> {
  return (await kept(trx, personId, digest).forUpdate().executeTakeFirst()) as KeptImport | undefined;
}

export async function markMade(trx: Database, id: number, at: Date, draftCount: number): Promise<void> {
  await trx
    .updateTable('practice_import')
    .set({ made_at: at, draft_count: draftCount })
    .where('id', '=', id)
    .execute();
}

export type HandedInDraft = {
  token: string;
  language: Language;
  content: DraftContent;
  changed: readonly DraftField[];
};

/** One statement takes 65,535 values. */
const AT_ONCE = 500;

/** Drafts of one owner that are handed in already, each with its first version. Returns their numbers by token. */
export async function insertHandedIn(
  trx: Database,
  ownerId: PersonId,
  at: Date,
  drafts: readonly HandedInDraft[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const some = drafts.slice(from, from + AT_ONCE);
    const rows = await trx
      .insertInto('practice_draft')
      .values(
        some.map(({ token, language }) => ({
          language,
          state: 'submitted',
          owner_id: ownerId,
          once_token: token,
          created_at: at,
          changed_at: at,
          submitted_at: at,
        })),
      )
      .returning(['id', 'once_token as token'])
      .execute();
    for (const { id, token } of rows) numbers.set(token, id);
    await trx
      .insertInto('practice_draft_version')
      .values(
        some.map(({ token, content, changed }) => ({
          draft_id: numbers.get(token) ?? 0,
          number: 1,
          author_id: ownerId,
          written_at: at,
          content: JSON.stringify(content),
          changed: [...changed],
        })),
      )
      .execute();
  }
  return numbers;
}

/** Forgets what was checked before `before`. Returns how many. */
export async function purgeImports(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('practice_import')
    .where('checked_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
