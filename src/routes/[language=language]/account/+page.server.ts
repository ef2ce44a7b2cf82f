import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { profileForm } from '#domains/accounts/forms/own-account.ts';
import { changeProfile, roleText } from '#domains/accounts/index.ts';
import { translatesSomething } from '#domains/practices/index.ts';
import { formOf, refusedForm, wrongFields } from '../form-answers.ts';

/** The roles with what they are for; a role in a town leads to its team. */
export const load: PageServerLoad = async ({ locals: { db, actor, language } }) => ({
  roles: await Promise.all(
    [...actor.roles, ...actor.rolesWaiting].map(async (held) => ({
      label: await roleText(db, held, language),
      team: held.role.startsWith('town-') ? held.scope : null,
    })),
  ),
  translates: await translatesSomething(db, actor),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, profileForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const changed = await changeProfile(event.locals.act(), read.value);
    if (!changed.ok) return refusedForm(event, form, changed.refusal);
    redirect(303, `${event.url.pathname}?done`);
  },
};
