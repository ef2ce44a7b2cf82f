import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { passkeySignInForm } from '#domains/accounts/forms/own-account.ts';
import { askPasskeyToSignIn, signInWithPasskey } from '#domains/accounts/index.ts';
import { localPage } from '#ui/local-page.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept } from '../../form-answers.ts';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { to: localPage(url.searchParams.get('to') ?? '', url) };
};

const refused = { reasons: [{ key: 'accounts_refused_passkey' }] };

export const actions: Actions = {
  question: async (event) => {
    const asked = await askPasskeyToSignIn(event.locals.signIn());
    if (!asked.ok) return refusedForm(event, new FormData(), asked.refusal);
    return { question: JSON.stringify(asked.value) };
  },
  answer: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, passkeySignInForm);
    if (!read.ok) return refusedForm(event, form, refused);
    const entered = await signInWithPasskey(event.locals.signIn(), read.value);
    if (!entered.ok) return refusedForm(event, form, entered.refusal);
    const to = localPage(String(form.get('to') ?? ''), event.url);
    redirect(303, to ?? paths.account(event.locals.language));
  },
};
