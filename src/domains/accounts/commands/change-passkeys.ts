import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import { actedBy, type SignInContext } from '../act-context.ts';
import { removePasskeyOf } from '../store/own-account.ts';
import { asOwner } from './own-act.ts';
import { refusedFor } from './refusals.ts';
import { tellOfChange } from './tell-of-change.ts';

/** What the person's device is asked to make a passkey; the answer goes to `addPasskey` within five minutes. */
export async function askForPasskey(ctx: SignInContext): Promise<Result<unknown>> {
  const owner = await asOwner(ctx, 'change-passkeys');
  if (!owner.ok) return owner;
  return ctx.signIn.act(ctx.db, ctx.visit, async (turn) => {
    const question = await turn.passkeyQuestion();
    return question.ok ? done(question.value) : refusedFor('accounts_refused_passkey');
  });
}

/** Keeps the passkey that the device has made. Only one that asks for a finger, face or number is taken: it counts as both steps. */
export async function addPasskey(
  ctx: SignInContext,
  { answer, name }: { answer: unknown; name: string },
): Promise<Result<null>> {
  const owner = await asOwner(ctx, 'change-passkeys');
  if (!owner.ok) return owner;
  const { person } = owner.value;
  return ctx.signIn.act(ctx.db, ctx.visit, async (turn): Promise<Result<null>> => {
    const added = await turn.addPasskey(answer, name);
    if (!added.ok) return refusedFor('accounts_refused_passkey');
    await tellOfChange(turn.trx, ctx, person, 'passkey-added');
    await appendAudit(turn.trx, {
      ...actedBy(ctx),
      act: 'person.add-passkey',
      subject: { kind: 'person', id: person.id },
      after: { name },
    });
    return done(null);
  });
}

/** Removes one of the person's passkeys by its number; another's number removes none. */
export async function removePasskey(ctx: SignInContext, { id }: { id: number }): Promise<Result<null>> {
  const owner = await asOwner(ctx, 'change-passkeys');
  if (!owner.ok) return owner;
  const { person } = owner.value;
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    if (!(await removePasskeyOf(trx, person.id, id))) return done(null);
    await tellOfChange(trx, ctx, person, 'passkey-removed');
    await appendAudit(trx, {
      ...actedBy(ctx),
      act: 'person.remove-passkey',
      subject: { kind: 'person', id: person.id },
    });
    return done(null);
  });
}
