import { sql } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';

/** The towns in whose name the person looks after drafts or practices. */
export async function townsLookedAfter(db: Database, personId: PersonId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select team_place_id as id from practice_draft where owner_id = ${personId} and team_place_id is not null
    union select team_place_id from practice where owner_id = ${personId} and team_place_id is not null
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** What the person looked after in a town's name passes to another of its team. */
export async function handOn(
  trx: Database,
  personId: PersonId,
  placeId: string,
  to: PersonId,
): Promise<void> {
  for (const table of ['practice_draft', 'practice'] as const)
    await trx
      .updateTable(table)
      .set({ owner_id: to })
      .where('owner_id', '=', personId)
      .where('team_place_id', '=', placeId)
      .execute();
}

/**
 * Empties what drafts hold of a person: their own go, with every version and note; of what was published the version that readers got
 * stays. Nothing names the person any more, as owner, author or reviewer, and the notes that they wrote to others go.
 */
export async function forgetWriter(trx: Database, personId: PersonId): Promise<void> {
  const { rows: pictures } = await sql<{ digest: string }>`
    select distinct pi.digest from practice_draft_picture pi join practice_draft d on d.id = pi.draft_id
    where d.owner_id = ${personId}`.execute(trx);
  await trx
    .deleteFrom('practice_draft')
    .where('owner_id', '=', personId)
    .where('state', '!=', 'published')
    .execute();
  await sql`delete from practice_draft_version as v using practice_draft as d
    where d.id = v.draft_id and d.owner_id = ${personId} and v.number <> d.version`.execute(trx);
  await sql`update practice_draft_version as v set restored_from = null from practice_draft as d
    where d.id = v.draft_id and d.owner_id = ${personId}`.execute(trx);
  // Of what was published only the pictures that readers see.
  await sql`delete from practice_draft_picture as pi using practice_draft as d
    where d.id = pi.draft_id and d.owner_id = ${personId} and not exists (
      select from practice_picture as shown where shown.practice_id = d.practice_id and shown.digest = pi.digest)`.execute(
    trx,
  );
  await sql`delete from picture where digest = any(${pictures.map(({ digest }) => digest)}::text[])
    and not exists (select from practice_draft_picture as pi where pi.digest = picture.digest)
    and not exists (select from practice_picture as pi where pi.digest = picture.digest)`.execute(trx);
  await trx.deleteFrom('practice_import').where('person_id', '=', personId).execute();
  // A translation is the practice's, whoever wrote it: the words stay, without the name.
  await trx
    .updateTable('practice_translation_version')
    .set({ author_id: null })
    .where('author_id', '=', personId)
    .execute();
  await sql`delete from practice_draft_note as n using practice_draft as d
    where d.id = n.draft_id and (d.owner_id = ${personId} or n.author_id = ${personId})`.execute(trx);
  await trx
    .updateTable('practice_draft_version')
    .set({ author_id: null })
    .where('author_id', '=', personId)
    .execute();
  await trx
    .updateTable('practice_draft')
    .set({ reviewer_id: null })
    .where('reviewer_id', '=', personId)
    .execute();
  for (const table of ['practice_draft', 'practice'] as const)
    await trx.updateTable(table).set({ owner_id: null }).where('owner_id', '=', personId).execute();
}
