import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { registerForm } from '#domains/accounts/forms/sign-in.ts';
import { askForMail } from '#domains/accounts/index.ts';
import { localPage } from '#ui/local-page.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept, wrongFields } from '../form-answers.ts';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
  if (locals.actor.person) redirect(303, paths.account(locals.language));
  setHeaders(unkept);
  return { to: localPage(url.searchParams.get('to') ?? '', url) };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event;
    const form = await formOf(request);
    const read = readForm(form, registerForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const to = localPage(String(form.get('to') ?? ''), url) ?? undefined;
    const asked = await askForMail(locals.signIn(), { kind: 'register', ...read.value, to });
    if (!asked.ok) return refusedForm(event, form, asked.refusal);
    redirect(303, paths.mailSent(locals.language));
  },
};
