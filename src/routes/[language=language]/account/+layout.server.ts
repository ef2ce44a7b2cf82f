import { error, redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';
import { ownAccount } from '#domains/accounts/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

/** A person's own pages; a visitor is led to sign in, and back. What may be done is decided by the commands. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  if (!locals.actor.person) redirect(303, paths.signIn(locals.language, url.pathname));
  const account = await ownAccount(locals.act());
  if (!account.ok) error(403, m.ui_error_4xx_title());
  return { account: account.value, isDone: url.searchParams.has('done') };
};
