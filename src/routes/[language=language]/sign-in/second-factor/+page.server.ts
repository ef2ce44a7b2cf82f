import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { codeForm, recoveryForm } from '#domains/accounts/forms/sign-in.ts';
import { giveSecondFactor, type Entered } from '#domains/accounts/index.ts';
import type { Result } from '#platform/result.ts';
import { localPage } from '#ui/local-page.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept, wrongFields } from '../../form-answers.ts';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { to: localPage(url.searchParams.get('to') ?? '', url) };
};

type Event = Parameters<NonNullable<Actions[string]>>[0];

function leadOn(event: Event, form: FormData, entered: Result<Entered>, field: string) {
  if (!entered.ok) return refusedForm(event, form, entered.refusal, field);
  const to = localPage(String(form.get('to') ?? ''), event.url);
  redirect(303, to ?? paths.account(event.locals.language));
}

export const actions: Actions = {
  code: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, codeForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return leadOn(event, form, await giveSecondFactor(event.locals.signIn(), read.value), 'code');
  },
  recovery: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, recoveryForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return leadOn(event, form, await giveSecondFactor(event.locals.signIn(), read.value), 'recovery');
  },
};
