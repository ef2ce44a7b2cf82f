import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';

const PENDING_SECONDS = 600;

/**
 * A link proves the mailbox only: whoever has a second factor gives it after the link too, as after a password. The library asks for it
 * after passwords alone, so its own state of waiting for one is made here; sign-in.test.ts holds on to the names that it uses.
 */
export const secondFactorAfterLink = createAuthMiddleware(async (ctx) => {
  const made = ctx.path === '/magic-link/verify' ? ctx.context.newSession : null;
  if (!made?.user['twoFactorEnabled']) return;
  const { internalAdapter, secret } = ctx.context;
  deleteSessionCookie(ctx, true);
  await internalAdapter.deleteSession(made.session.token);
  ctx.context.setNewSession(null);
  const identifier = `2fa-${generateRandomString(20)}`;
  const expiresAt = new Date(Date.now() + PENDING_SECONDS * 1000);
  await internalAdapter.createVerificationValue({ value: made.user.id, identifier, expiresAt });
  await internalAdapter.createVerificationValue({
    value: '0',
    identifier: `2fa-attempts-${identifier}`,
    expiresAt,
  });
  const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: PENDING_SECONDS });
  await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
  return ctx.json({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
});
