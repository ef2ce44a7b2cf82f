import { forgetPerson } from '#platform/audit/forget-person.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import { forgetRecipient } from '#services/mail/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { emptyPerson, othersInSecretariat } from '../store/erase-person.ts';
import { asOwner } from './own-act.ts';
import { refusedFor } from './refusals.ts';

/** What another room erases of a person, in the same transaction. */
export type ErasingAlongside = (trx: Database, personId: number) => Promise<void>;

/**
 * Erases the actor's own account for good: person, sign-ins, roles, mails, and what the audit log says of them. The public record stays,
 * without the person. The audit log notes that somebody was forgotten, and not who.
 */
export async function eraseAccount(
  ctx: ActContext,
  alongside: ErasingAlongside = () => Promise.resolve(),
): Promise<Result<null>> {
  const owner = await asOwner(ctx, 'erase');
  if (!owner.ok) return owner;
  const { id, email } = owner.value.person;
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const isSecretariat = [...ctx.actor.roles, ...ctx.actor.rolesWaiting].some(
      ({ role }) => role === 'secretariat',
    );
    if (isSecretariat && (await othersInSecretariat(trx, id)) === 0)
      return refusedFor('accounts_refused_last');
    await alongside(trx, id);
    await emptyPerson(trx, id, email);
    await forgetRecipient(trx, email);
    await forgetPerson(trx, id, actedBy(ctx));
    return done(null);
  });
}
