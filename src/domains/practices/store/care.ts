import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';

/** What is asked about a published practice, beside what its readers see. */
export type CaredFor = {
  id: number;
  title: string;
  ownerId: PersonId | null;
  teamPlaceId: string | null;
  verifiedOn: string | null;
};

const cared = (db: Database) =>
  db
    .selectFrom('practice as p')
    .innerJoin('practice_text as t', (join) =>
      join.onRef('t.practice_id', '=', 'p.id').on('t.state', '=', 'original'),
    )
    .select(['p.id', 't.title', 'p.owner_id as ownerId', 'p.team_place_id as teamPlaceId'])
    .select('p.verified_on as verifiedOn')
    .where('p.state', '=', 'published');

/** A published practice, held until the transaction ends. */
export async function holdPublished(trx: Database, id: number): Promise<CaredFor | undefined> {
  return (await cared(trx).where('p.id', '=', id).forUpdate('p').executeTakeFirst()) as CaredFor | undefined;
}

/** The next practice whose owner is to be asked: verified on `since` or before, and not asked after it. Those that another asks about are left. */
export async function nextToAsk(trx: Database, since: string): Promise<CaredFor | undefined> {
  return (await cared(trx)
    .innerJoin('person as o', 'o.id', 'p.owner_id')
    .where('o.erased_at', 'is', null)
    .where('p.verified_on', '<=', since)
    .where((eb) => eb.or([eb('p.asked_on', 'is', null), eb('p.asked_on', '<=', since)]))
    .orderBy('p.verified_on')
    .orderBy('p.id')
    .limit(1)
    .forUpdate('p')
    .skipLocked()
    .executeTakeFirst()) as CaredFor | undefined;
}

/** Notes the day on which somebody said that the practice is still true. */
export async function verify(trx: Database, id: number, on: string, at: Date): Promise<void> {
  await trx
    .updateTable('practice')
    .set({ verified_on: on, asked_on: null, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Notes the day on which the owner was asked. */
export async function noteAsked(trx: Database, id: number, on: string): Promise<void> {
  await trx.updateTable('practice').set({ asked_on: on }).where('id', '=', id).execute();
}
