import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { registerForm } from '#domains/accounts/forms/sign-in.ts';
import { askForMail } from '#domains/accounts/index.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { contributeConfirmPage, paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept, wrongFields } from '../../form-answers.ts';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
  if (locals.actor.person) redirect(303, paths.contribute(locals.language));
  setHeaders(unkept);
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const form = await formOf(request);
    const read = readForm(form, registerForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const asked = await askForMail(locals.signIn(), {
      kind: 'begin',
      ...read.value,
      page: contributeConfirmPage,
    });
    if (!asked.ok) return refusedForm(event, form, asked.refusal);
    redirect(303, paths.mailSent(locals.language));
  },
};
