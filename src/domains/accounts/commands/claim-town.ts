import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { readTown } from '#domains/places/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { actsAs } from '../policy.ts';
import { inTeam } from '../rules/roles.ts';
import { insertClaim, latestClaim, type TownClaim } from '../store/claims.ts';
import { notAllowed, notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';

/** An officer asks for a town; the secretariat will decide. Asking twice is one claim. An area, which no town runs, is not found. */
export async function claimTown(
  ctx: ActContext,
  input: Pick<TownClaim, 'placeId' | 'organisation' | 'jobTitle' | 'letter'>,
): Promise<Result<number>> {
  const as = actsAs(ctx.actor, 'claim.ask');
  const { person } = ctx.actor;
  if (as === null || person === null) return notAllowed;
  const town = await readTown(ctx.db, input.placeId, ctx.language);
  if (!town || town.kind === 'area') return notFound;
  if (inTeam(ctx.actor, input.placeId, 'town-viewer')) return refusedFor('people_refused_in_team');
  return ctx.db.transaction().execute(async (trx) => {
    const id = await insertClaim(trx, { ...input, personId: person.id, claimedAt: ctx.clock.now() });
    if (id === undefined) return done((await latestClaim(trx, person.id, input.placeId))?.id ?? 0);
    await appendAudit(trx, {
      act: 'town-claim.ask',
      subject: { kind: 'town-claim', id },
      after: { town: input.placeId },
      ...actedBy(ctx, as),
    });
    return done(id);
  });
}
