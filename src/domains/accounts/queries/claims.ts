import { readTown } from '#domains/places/index.ts';
import { may } from '../policy.ts';
import { domainHint, mailDomain, type DomainHint } from '../rules/claims.ts';
import { decidedClaims, latestClaim, waitingClaims, type TownClaim } from '../store/claims.ts';
import { openInvitations } from '../store/invitations.ts';
import { countHolders } from '../store/role-grants.ts';
import type { Asking } from './people.ts';

export type ClaimView = TownClaim & {
  readonly townName: string;
  readonly domain: string;
  readonly hint: DomainHint;
  /** Whether the town has a team: then the claim can only be refused. */
  readonly isTaken: boolean;
};

const RECENT = 50;

async function viewOf({ db, language }: Asking, claim: TownClaim): Promise<ClaimView> {
  const { personEmail, placeId } = claim;
  const town = await readTown(db, placeId, language);
  const townName = town?.displayName ?? placeId;
  const owners = await countHolders(db, { role: 'town-owner', scope: placeId });
  return {
    ...claim,
    townName,
    domain: mailDomain(personEmail),
    hint: domainHint(personEmail, [townName, town?.name ?? '', placeId]),
    isTaken: owners > 0,
  };
}

/** Claims that wait, the oldest first, and the latest decided; null: the actor may not read them. */
export async function listClaims(
  asking: Asking,
): Promise<{ waiting: ClaimView[]; decided: ClaimView[] } | null> {
  if (!may(asking.actor, 'claim.decide')) return null;
  const views = (claims: TownClaim[]) => Promise.all(claims.map((claim) => viewOf(asking, claim)));
  return {
    waiting: await views(await waitingClaims(asking.db)),
    decided: await views(await decidedClaims(asking.db, RECENT)),
  };
}

/** The actor's own latest claim for a town; null: none, or not signed in. */
export async function ownClaim({ db, actor }: Asking, placeId: string): Promise<TownClaim | null> {
  if (actor.person === null) return null;
  return (await latestClaim(db, actor.person.id, placeId)) ?? null;
}

/** What waits for the secretariat; null: the actor is not it. */
export async function whatWaits(
  asking: Asking,
): Promise<{ claims: number; invitations: number; expired: number } | null> {
  if (!may(asking.actor, 'claim.decide')) return null;
  const invitations = await openInvitations(asking.db);
  const now = asking.clock.now();
  const expired = invitations.filter(({ expiresAt }) => expiresAt <= now).length;
  return {
    claims: (await waitingClaims(asking.db)).length,
    invitations: invitations.length - expired,
    expired,
  };
}
