import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { newEmailForm } from '#domains/accounts/forms/own-account.ts';
import { askForEmailChange } from '#domains/accounts/index.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, newEmailForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const asked = await askForEmailChange(event.locals.signIn(), read.value);
    if (!asked.ok) return refusedForm(event, form, asked.refusal, 'email');
    redirect(303, event.url.pathname);
  },
};
