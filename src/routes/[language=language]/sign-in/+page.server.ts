import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { askForLinkForm, signInForm } from '#domains/accounts/forms/sign-in.ts';
import { askForMail, signInWithPassword } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept, wantedPage, wrongFields } from '../form-answers.ts';

export const load: PageServerLoad = (event) => {
  const { locals, url, setHeaders } = event;
  const to = wantedPage(url.searchParams.get('to'), event);
  if (locals.actor.person && !url.searchParams.has('again'))
    redirect(303, to ?? paths.account(locals.language));
  setHeaders(unkept);
  return { to, isErased: url.searchParams.has('erased') };
};

export const actions: Actions = {
  password: async (event) => {
    const { locals, request } = event;
    const form = await formOf(request);
    const read = readForm(form, signInForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const entered = await signInWithPassword(locals.signIn(), read.value);
    if (!entered.ok) return refusedForm(event, form, entered.refusal);
    const to = wantedPage(form.get('to'), event);
    if (entered.value === 'second-factor') redirect(303, paths.signInSecondFactor(locals.language, to));
    redirect(303, to ?? paths.account(locals.language));
  },
  link: async (event) => {
    const { locals, request } = event;
    const form = await formOf(request);
    const read = readForm(form, askForLinkForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const to = wantedPage(form.get('to'), event);
    const asked = await askForMail(locals.signIn(), { kind: 'link', email: read.value.email, to });
    if (!asked.ok) return refusedForm(event, form, asked.refusal);
    redirect(303, paths.mailSent(locals.language));
  },
};
