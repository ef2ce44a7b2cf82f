import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { readTown } from '#domains/places/index.ts';
import { inLanguage, m } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { actsAs } from '../policy.ts';
import { mayConfirm } from '../rules/claims.ts';
import { claimById, decide, endConfirmedClaim, type TownClaim } from '../store/claims.ts';
import { countHolders, lockRole } from '../store/role-grants.ts';
import { notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';
import { grantIn } from './grant-role.ts';

export interface ClaimDecided {
  readonly id: number;
  readonly decision: 'confirmed' | 'refused';
  /** For the officer; needed when it is refused. */
  readonly reason: string;
}

/**
 * Confirms a claim, which makes the officer the town's first owner, or refuses it with a reason; both by mail. A town that has a team
 * gets no second one: under the town's lock, and by the database as the last wall.
 */
export async function decideClaim(
  ctx: ActContext,
  { id, decision, reason }: ClaimDecided,
): Promise<Result<null>> {
  const as = actsAs(ctx.actor, 'claim.decide');
  if (as === null || ctx.actor.person === null) return notFound;
  if (decision === 'refused' && reason === '') return refusedFor('people_error_reason');
  const by = ctx.actor.person.id;
  return ctx.db.transaction().execute(async (trx) => {
    const claim = await claimById(trx, id);
    if (!claim) return notFound;
    const wanted = { personId: claim.personId, role: 'town-owner', scope: claim.placeId } as const;
    await lockRole(trx, wanted);
    const at = ctx.clock.now();
    if (decision === 'confirmed') {
      // Sent twice, it is confirmed already.
      if ((await claimById(trx, id))?.decision === 'confirmed') return done(null);
      const verdict = mayConfirm(await countHolders(trx, wanted));
      if (!verdict.ok) return refuse({ reasons: verdict.reasons });
      await endConfirmedClaim(trx, claim.placeId, at);
    }
    if (!(await decide(trx, id, { decision, reason: reason || null, by, at })))
      return refusedFor('people_refused_decided');
    if (decision === 'confirmed') {
      const granted = await grantIn(trx, ctx, { wanted, as });
      if (!granted.ok) throw new Error('The first owner of a town could not be made one.');
    }
    await tellOfficer(trx, ctx, { ...claim, decision, decisionReason: reason });
    await appendAudit(trx, {
      act: decision === 'confirmed' ? 'town-claim.confirm' : 'town-claim.refuse',
      subject: { kind: 'town-claim', id },
      after: { town: claim.placeId, ...(reason !== '' && { reason }) },
      about: [claim.personId],
      ...actedBy(ctx, as),
    });
    return done(null);
  });
}

async function tellOfficer(trx: Database, ctx: ActContext, claim: TownClaim): Promise<void> {
  const { personLanguage: language, personEmail, personId, placeId, decision, decisionReason } = claim;
  const town = (await readTown(trx, placeId, language))?.displayName ?? placeId;
  const letter = inLanguage(language, () => {
    const isConfirmed = decision === 'confirmed';
    return composeMail(
      {
        language,
        subject: isConfirmed
          ? m.people_mail_confirmed_subject({ town })
          : m.people_mail_refused_subject({ town }),
        paragraphs: [
          isConfirmed ? m.people_mail_confirmed_text({ town }) : m.people_mail_refused_text({ town }),
          ...(decisionReason ? [decisionReason] : []),
        ],
        ...(isConfirmed && {
          button: {
            label: m.people_mail_confirmed_button(),
            url: `${ctx.origin}/${language}/towns/${placeId}/team`,
          },
        }),
        reason: 'account',
      },
      { origin: ctx.origin, notice: ctx.notice },
    );
  });
  await sendMail(trx, ctx.queue, { to: personEmail, language, kind: 'town-claim', personId, letter });
}
