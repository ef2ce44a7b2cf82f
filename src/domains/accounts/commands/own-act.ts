import { done, type Result } from '#platform/result.ts';
import type { ActContext } from '../act-context.ts';
import { mayOwn, needsFreshSession, type OwnAct } from '../policy/own-account.ts';
import { isFreshSession } from '../rules/fresh-session.ts';
import { personById, type PersonRow } from '../store/own-person.ts';
import { sessionStart } from '../store/own-sessions.ts';
import { refusedFor } from './refusals.ts';

/** Who owns the account, and the session that they act in. */
export interface Owner {
  readonly person: PersonRow;
  readonly sessionId: number;
}

/** The first lines of every act on one's own account: may it, and is the session young enough for it? */
export async function asOwner(
  { db, actor, clock }: Pick<ActContext, 'db' | 'actor' | 'clock'>,
  act: OwnAct,
): Promise<Result<Owner>> {
  const { person: asking, sessionId } = actor;
  if (!asking || sessionId === null || !mayOwn(actor, act)) return refusedFor('accounts_refused_not_allowed');
  const startedAt = await sessionStart(db, sessionId);
  const person = await personById(db, asking.id);
  if (!startedAt || !person) return refusedFor('accounts_refused_not_allowed');
  if (needsFreshSession(act) && !isFreshSession(startedAt, clock.now()))
    return refusedFor('accounts_refused_not_fresh');
  return done({ person, sessionId });
}
