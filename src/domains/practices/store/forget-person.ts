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
  await trx
    .deleteFrom('practice_draft')
    .where('owner_id', '=', personId)
    .where('state', '!=', 'published')
    .execute();
  await sql`delete from practice_draft_version as v using practice_draft as d
    where d.id = v.draft_id and d.owner_id = ${personId} and v.number <> d.version`.execute(trx);
  await sql`update practice_draft_version as v set restored_from = null from practice_draft as d
    where d.id = v.draft_id and d.owner_id = ${personId}`.execute(trx);
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
