import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import { readTown } from '#domains/places/index.ts';
import { inLanguage, m } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { actsAs } from '../policy.ts';
import { inTeam } from '../rules/roles.ts';
import { addressees, secretariatPeople } from '../store/addressees.ts';
import { insertClaim, latestClaim, type TownClaim } from '../store/claims.ts';
import { notAllowed, notFound } from './denials.ts';
import { refusedFor } from './refusals.ts';

/** An officer asks for a town; the secretariat is told by mail, and will decide. Asking twice is one claim. An area, which no town runs, is not found. */
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
    await tellSecretariat(trx, ctx, input.placeId);
    await appendAudit(trx, {
      act: 'town-claim.ask',
      subject: { kind: 'town-claim', id },
      after: { town: input.placeId },
      ...actedBy(ctx, as),
    });
    return done(id);
  });
}

/** Who asks and why stands on the page, not in the mail: what a mailbox holds cannot be erased. */
async function tellSecretariat(trx: Database, ctx: ActContext, placeId: string): Promise<void> {
  for (const { id, email, language } of await addressees(trx, await secretariatPeople(trx))) {
    const town = (await readTown(trx, placeId, language))?.displayName ?? placeId;
    const letter = inLanguage(language, () =>
      composeMail(
        {
          language,
          subject: m.people_mail_claim_subject({ town }),
          paragraphs: [m.people_mail_claim_text({ town })],
          button: {
            label: m.people_mail_claim_button(),
            url: `${ctx.origin}/${language}/secretariat/claims`,
          },
          reason: 'account',
        },
        { origin: ctx.origin, notice: ctx.notice },
      ),
    );
    await sendMail(trx, ctx.queue, { to: email, language, kind: 'town-claim-asked', personId: id, letter });
  }
}
