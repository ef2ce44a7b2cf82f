import type { Enrolment } from '#services/sign-in/index.ts';
import { asOwner } from '../commands/own-act.ts';
import type { SignInContext } from '../act-context.ts';

/** The new secret that waits for its first code; null where none does, or where this session may not see it. */
export async function pendingEnrolment(ctx: SignInContext): Promise<Enrolment | null> {
  const owner = await asOwner(ctx, 'enrol-second-factor');
  if (!owner.ok) return null;
  const { id, email } = owner.value.person;
  return ctx.signIn.pendingEnrolment(ctx.db, id, email);
}
