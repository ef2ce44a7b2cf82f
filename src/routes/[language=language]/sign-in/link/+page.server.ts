import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { useLinkForm } from '#domains/accounts/forms/sign-in.ts';
import { signInWithLink } from '#domains/accounts/index.ts';
import { localPage } from '#ui/local-page.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept } from '../../form-answers.ts';

/** Shows a button and does nothing: programs that look through mails open every link. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { token: url.searchParams.get('token') ?? '', to: localPage(url.searchParams.get('to') ?? '', url) };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url } = event;
    const form = await formOf(request);
    const read = readForm(form, useLinkForm);
    const broken = { reasons: [{ key: 'accounts_refused_link' }] };
    if (!read.ok) return refusedForm(event, form, broken);
    const entered = await signInWithLink(locals.signIn(), read.value);
    if (!entered.ok) return refusedForm(event, form, entered.refusal);
    const to = localPage(String(form.get('to') ?? ''), url) ?? undefined;
    if (entered.value === 'second-factor') redirect(303, paths.signInSecondFactor(locals.language, to));
    redirect(303, to ?? paths.account(locals.language));
  },
};
