import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import { readTown } from '#domains/places/index.ts';
import { sendMail } from '#services/mail/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { townFreeLetter, townHandedLetter } from '../letters/town-letters.ts';
import { soleTowns } from '../queries/sole-towns.ts';
import { mayLeaveTown, type TownAfter } from '../rules/leaving-towns.ts';
import { addressees, type Addressee } from '../store/addressees.ts';
import { endConfirmedClaim } from '../store/claims.ts';
import { heldGrants, lockRole } from '../store/role-grants.ts';
import { grantIn } from './grant-role.ts';
import type { PersonId } from '../model.ts';

/** What becomes of the towns that somebody alone owns, by their ids. */
export type TownsAfter = Readonly<Record<string, TownAfter>>;

type Leaving = { placeId: string; after: TownAfter };

/** What is to be done about the towns that the person alone owns; refused where one of them is not spoken of. Locks the person's towns. */
export async function planLeaving(
  trx: Database,
  ctx: ActContext,
  personId: number,
  towns: TownsAfter,
): Promise<Result<Leaving[]>> {
  const owned = await heldGrants(trx, { personId, role: 'town-owner' });
  for (const { scope } of owned.toSorted((a, b) => (a.scope < b.scope ? -1 : 1)))
    await lockRole(trx, { role: 'town-owner', scope });
  const plan: Leaving[] = [];
  for (const { id, name, team } of await soleTowns(trx, personId, ctx.language)) {
    const wanted = Object.hasOwn(towns, id) ? towns[id] : undefined;
    const verdict = mayLeaveTown({ id, name, team: team.map((member) => member.personId) }, wanted);
    if (!verdict.ok) return verdict;
    plan.push({ placeId: id, after: verdict.value });
  }
  return done(plan);
}

/** Hands each town on, or leaves it free; the new owner, or the secretariat, gets a mail that does not say who went. */
export async function leaveTowns(trx: Database, ctx: ActContext, plan: readonly Leaving[]): Promise<void> {
  for (const { placeId, after } of plan) {
    if (after === 'free') await freeTown(trx, ctx, placeId);
    else await handTown(trx, ctx, placeId, after);
  }
}

async function handTown(trx: Database, ctx: ActContext, placeId: string, personId: number): Promise<void> {
  const wanted = { personId, role: 'town-owner', scope: placeId } as const;
  const granted = await grantIn(trx, ctx, { wanted, as: 'town-owner' });
  if (!granted.ok) throw new Error('The next owner of a town could not be made one.');
  await tell(trx, ctx, [personId], placeId, 'town-handed-on');
}

async function freeTown(trx: Database, ctx: ActContext, placeId: string): Promise<void> {
  await endConfirmedClaim(trx, placeId, ctx.clock.now());
  await appendAudit(trx, {
    act: 'town.set-free',
    subject: { kind: 'town', id: placeId },
    ...actedBy(ctx, 'town-owner'),
  });
  const secretariat = await heldGrants(trx, { role: 'secretariat' });
  const me = ctx.actor.person?.id;
  await tell(
    trx,
    ctx,
    secretariat.map((grant) => grant.personId).filter((id) => id !== me),
    placeId,
    'town-without-owner',
  );
}

async function tell(
  trx: Database,
  ctx: ActContext,
  ids: readonly number[],
  placeId: string,
  kind: 'town-handed-on' | 'town-without-owner',
): Promise<void> {
  const compose = kind === 'town-handed-on' ? townHandedLetter : townFreeLetter;
  for (const to of await addressees(trx, ids as PersonId[])) {
    const { language, email, id } = to satisfies Addressee;
    const town = (await readTown(trx, placeId, language))?.displayName ?? placeId;
    const letter = compose({ language, origin: ctx.origin, notice: ctx.notice }, { placeId, town });
    await sendMail(trx, ctx.queue, { to: email, language, kind, personId: id, letter });
  }
}
