import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { askForLinkForm } from '#domains/accounts/forms/sign-in.ts';
import { askForMail } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept, wrongFields } from '../form-answers.ts';

export const load: PageServerLoad = ({ setHeaders }) => setHeaders(unkept);

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const form = await formOf(request);
    const read = readForm(form, askForLinkForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const asked = await askForMail(locals.signIn(), { kind: 'reset', email: read.value.email });
    if (!asked.ok) return refusedForm(event, form, asked.refusal);
    redirect(303, paths.mailSent(locals.language));
  },
};
