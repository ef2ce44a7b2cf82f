import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { resetForm } from '#domains/accounts/forms/sign-in.ts';
import { resetPassword } from '#domains/accounts/index.ts';
import { redirect } from '@sveltejs/kit';
import { formOf, refusedForm, unkept, wrongFields } from '../form-answers.ts';

/** Shows the form and does nothing: programs that look through mails open every link. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { token: url.searchParams.get('token') ?? '', isDone: url.searchParams.has('done') };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event;
    const form = await formOf(request);
    const read = readForm(form, resetForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const reset = await resetPassword(locals.signIn(), read.value);
    if (reset.ok) redirect(303, `${url.pathname}?done`);
    const isAboutPassword = reset.refusal.reasons.some(({ key }) =>
      key.startsWith('accounts_refused_password'),
    );
    return refusedForm(event, form, reset.refusal, isAboutPassword ? 'password' : null);
  },
};
