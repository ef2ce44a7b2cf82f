import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { firstPasswordForm, otherPasswordForm } from '#domains/accounts/forms/own-account.ts';
import { changePassword } from '#domains/accounts/index.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const actions: Actions = {
  default: async (event) => {
    const form = await formOf(event.request);
    const read = form.has('present') ? readForm(form, otherPasswordForm) : readForm(form, firstPasswordForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const changed = await changePassword(event.locals.signIn(), { present: '', ...read.value });
    if (changed.ok) redirect(303, `${event.url.pathname}?done`);
    const [reason] = changed.refusal.reasons;
    const field =
      reason?.key === 'accounts_refused_password_wrong'
        ? 'present'
        : reason?.key.startsWith('accounts_refused_password')
          ? 'password'
          : null;
    return refusedForm(event, form, changed.refusal, field);
  },
};
