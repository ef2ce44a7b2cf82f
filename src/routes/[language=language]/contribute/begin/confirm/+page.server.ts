import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { useLinkForm } from '#domains/accounts/forms/sign-in.ts';
import { signInWithLink } from '#domains/accounts/index.ts';
import { draftPages, startDraft } from '#domains/practices/index.ts';
import { isLanguage } from '#services/i18n/index.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, unkept } from '../../../form-answers.ts';

/** Shows a button and does nothing: programs that look through mails open every link. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(unkept);
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const form = await formOf(request);
    const read = readForm(form, useLinkForm);
    const broken = { reasons: [{ key: 'accounts_refused_link' }] };
    if (!read.ok) return refusedForm(event, form, broken);
    const entered = await signInWithLink(locals.signIn(), read.value);
    if (!entered.ok) return refusedForm(event, form, entered.refusal);
    const start = paths.contribute(locals.language);
    if (entered.value === 'second-factor') redirect(303, paths.signInSecondFactor(locals.language, start));
    const chosen = form.get('language');
    const started = await startDraft(await locals.actSignedIn(), {
      token: randomUUID(),
      language: isLanguage(chosen) ? chosen : locals.language,
      teamPlaceId: null,
      practiceId: null,
    });
    // Nobody is refused an empty draft of their own; where it comes to that, the page says what there is.
    if (!started.ok) redirect(303, start);
    redirect(303, paths.draft(locals.language, started.value, draftPages[0]));
  },
};
