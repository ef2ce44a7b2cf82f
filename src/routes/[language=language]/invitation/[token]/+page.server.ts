import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { acceptInvitation, readInvitation } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm } from '../../form-answers.ts';
import { found, signedIn } from '../../signed-in.ts';

// Whoever opens this page accepts nothing: mail scanners open every link.
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  return {
    offer: found(await readInvitation(locals.act(), params.token)),
    token: params.token,
    isSignedIn: locals.actor.person !== null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const act = signedIn(event);
    const accepted = await acceptInvitation(act, event.params.token);
    if (!accepted.ok) return refusedForm(event, await formOf(event.request), accepted.refusal);
    const { role, scope } = accepted.value;
    const to = role.startsWith('town-')
      ? paths.team(act.language, scope, new URLSearchParams({ done: 'accepted' }))
      : paths.invitation(act.language, event.params.token);
    redirect(303, to);
  },
};
