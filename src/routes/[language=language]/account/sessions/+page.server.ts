import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { sessionForm } from '#domains/accounts/forms/own-account.ts';
import { endOwnSessions } from '#domains/accounts/index.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, sessionForm);
    if (!read.ok) return wrongFields(form, []);
    const { session } = read.value;
    const ended = await endOwnSessions(event.locals.act(), session === 'others' ? 'others' : Number(session));
    if (!ended.ok) return refusedForm(event, form, ended.refusal);
    redirect(303, `${event.url.pathname}?done`);
  },
};
