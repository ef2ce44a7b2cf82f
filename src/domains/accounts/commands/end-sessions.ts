import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { endSession, endSessions } from '../store/own-sessions.ts';
import { asOwner } from './own-act.ts';

/** Signs out one other device by its number, or all others. Returns how many sessions ended; another's number ends none. */
export async function endOwnSessions(ctx: ActContext, which: number | 'others'): Promise<Result<number>> {
  const owner = await asOwner(ctx, 'end-sessions');
  if (!owner.ok) return owner;
  const { person, sessionId } = owner.value;
  return ctx.db.transaction().execute(async (trx) => {
    const ended =
      which === 'others'
        ? await endSessions(trx, person.id, sessionId)
        : Number(await endSession(trx, person.id, which));
    await appendAudit(trx, {
      ...actedBy(ctx),
      act: 'person.end-sessions',
      subject: { kind: 'person', id: person.id },
      after: { ended },
    });
    return done(ended);
  });
}
