import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';

export type ClaimDecision = 'confirmed' | 'refused' | 'withdrawn';

/** That an officer asks for a town. */
export interface TownClaim {
  readonly id: number;
  readonly placeId: string;
  readonly personId: number;
  readonly personName: string;
  readonly personEmail: string;
  readonly personLanguage: Language;
  readonly organisation: string;
  readonly jobTitle: string;
  readonly letter: string;
  readonly claimedAt: Date;
  readonly decision: ClaimDecision | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
}

const claims = (db: Database) =>
  db
    .selectFrom('town_claim as c')
    .innerJoin('person as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.place_id as placeId', 'c.person_id as personId', 'c.organisation', 'c.letter'])
    .select(['c.job_title as jobTitle', 'c.claimed_at as claimedAt', 'c.decision'])
    .select(['c.decision_reason as decisionReason', 'c.decided_at as decidedAt'])
    .select(['p.name as personName', 'p.email as personEmail', 'p.language as personLanguage']);

type Row = Awaited<ReturnType<ReturnType<typeof claims>['execute']>>[number];
const noun = (row: Row): TownClaim => ({
  ...row,
  personLanguage: row.personLanguage as Language,
  decision: row.decision as ClaimDecision | null,
});

/** Undecided ones, the oldest first. */
export async function waitingClaims(db: Database): Promise<TownClaim[]> {
  return (await claims(db).where('c.decision', 'is', null).orderBy('c.id').limit(500).execute()).map(noun);
}

/** The latest that were decided. */
export async function decidedClaims(db: Database, most: number): Promise<TownClaim[]> {
  const rows = await claims(db)
    .where('c.decision', 'is not', null)
    .orderBy('c.decided_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(noun);
}

export async function claimById(db: Database, id: number): Promise<TownClaim | undefined> {
  const row = await claims(db).where('c.id', '=', id).executeTakeFirst();
  return row && noun(row);
}

/** The latest claim of a person for a town. */
export async function latestClaim(
  db: Database,
  personId: number,
  placeId: string,
): Promise<TownClaim | undefined> {
  const row = await claims(db)
    .where('c.person_id', '=', personId)
    .where('c.place_id', '=', placeId)
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && noun(row);
}

/** Closes the claim of a team that has no owner any more, so that another can be confirmed. */
export async function endConfirmedClaim(trx: Database, placeId: string, at: Date): Promise<void> {
  await trx
    .updateTable('town_claim')
    .set({ decision: 'withdrawn', decided_at: at })
    .where('place_id', '=', placeId)
    .where('decision', '=', 'confirmed')
    .execute();
}

/** Writes a claim; undefined: one of this person for this town waits already. */
export async function insertClaim(
  trx: Database,
  claim: Pick<TownClaim, 'placeId' | 'personId' | 'organisation' | 'jobTitle' | 'letter' | 'claimedAt'>,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('town_claim')
    .values({
      place_id: claim.placeId,
      person_id: claim.personId,
      organisation: claim.organisation,
      job_title: claim.jobTitle,
      letter: claim.letter,
      claimed_at: claim.claimedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Decides a claim that waits; false: it was decided meanwhile. */
export async function decide(
  trx: Database,
  id: number,
  to: { decision: ClaimDecision; reason: string | null; by: number; at: Date },
): Promise<boolean> {
  const rows = await trx
    .updateTable('town_claim')
    .set({ decision: to.decision, decision_reason: to.reason, decided_by: to.by, decided_at: to.at })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
}
