import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { sessionCookie } from '#services/sign-in/index.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import { endSession } from '../store/own-sessions.ts';

/** Ends the session of this browser. Done as well where there was none. */
export async function signOut(ctx: SignInContext): Promise<Result<null>> {
  const { db, actor, visit } = ctx;
  const { person, sessionId } = actor;
  if (person && sessionId !== null)
    await db.transaction().execute(async (trx) => {
      await endSession(trx, person.id, sessionId);
      await appendAudit(trx, {
        ...actedBy(ctx),
        act: 'person.sign-out',
        subject: { kind: 'person', id: person.id },
      });
    });
  visit.cookies.delete(sessionCookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: visit.url.protocol === 'https:',
  });
  return done(null);
}
