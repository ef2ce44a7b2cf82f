import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { signOut } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { unkept } from '../form-answers.ts';

/** Opening the address asks first: a link must not sign anybody out. */
export const load: PageServerLoad = ({ locals, setHeaders }) => {
  if (!locals.actor.person) redirect(303, paths.home(locals.language));
  setHeaders(unkept);
};

export const actions: Actions = {
  default: async ({ locals }) => {
    await signOut(locals.signIn());
    redirect(303, paths.home(locals.language));
  },
};
