import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { actsAs } from '../policy.ts';
import { endSessions, personById } from '../store/people.ts';
import { notFound } from './denials.ts';

/** Signs a person out everywhere; how many sessions that were. */
export async function endSessionsOf(ctx: ActContext, personId: number): Promise<Result<number>> {
  const as = actsAs(ctx.actor, 'sessions.end');
  if (as === null) return notFound;
  return ctx.db.transaction().execute(async (trx) => {
    if (!(await personById(trx, personId))) return notFound;
    const ended = await endSessions(trx, personId);
    await appendAudit(trx, {
      act: 'sessions.end',
      subject: { kind: 'person', id: personId },
      after: { ended },
      ...actedBy(ctx, as),
    });
    return done(ended);
  });
}
