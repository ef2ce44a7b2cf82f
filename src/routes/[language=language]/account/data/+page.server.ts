import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { eraseForm } from '#domains/accounts/forms/own-account.ts';
import { eraseAccountAndDrafts } from '#domains/practices/index.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, eraseForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const erased = await eraseAccountAndDrafts(event.locals.act());
    if (!erased.ok) return refusedForm(event, form, erased.refusal);
    redirect(303, `/${event.locals.language}/sign-in?erased`);
  },
};
