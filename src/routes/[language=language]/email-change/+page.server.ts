import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { emailChangeForm } from '#domains/accounts/forms/own-account.ts';
import { confirmEmailChange } from '#domains/accounts/index.ts';
import { formOf, refusedForm, unkept } from '../form-answers.ts';

/** Shows a button and does nothing: programs that look through mails open every link. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { token: url.searchParams.get('token') ?? '', outcome: url.searchParams.get('done') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, emailChangeForm);
    if (!read.ok) return refusedForm(event, form, { reasons: [{ key: 'accounts_refused_link' }] });
    const confirmed = await confirmEmailChange(event.locals.signIn(), read.value);
    if (!confirmed.ok) return refusedForm(event, form, confirmed.refusal);
    redirect(303, `${event.url.pathname}?done=${confirmed.value}`);
  },
};
