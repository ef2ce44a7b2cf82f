import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { codeAgainForm, enrolForm } from '#domains/accounts/forms/own-account.ts';
import {
  beginEnrolment,
  changeSecondFactor,
  confirmEnrolment,
  pendingEnrolment,
} from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const load: PageServerLoad = async ({ locals }) => ({
  enrolment: await pendingEnrolment(locals.signIn()),
});

export const actions: Actions = {
  begin: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, enrolForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const begun = await beginEnrolment(event.locals.signIn(), read.value);
    if (!begun.ok) return refusedForm(event, form, begun.refusal, 'password');
    redirect(303, paths.secondFactor(event.locals.language));
  },
  // The codes stand in the answer itself: they are shown once, and no address leads to them.
  confirm: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, codeAgainForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const confirmed = await confirmEnrolment(event.locals.signIn(), read.value);
    if (!confirmed.ok) return refusedForm(event, form, confirmed.refusal, 'code');
    // The page of this answer already belongs to the session that has begun with it.
    const { locals } = event;
    locals.actor = { ...locals.actor, rolesWaiting: [], secondFactor: 'given' };
    return { codes: confirmed.value };
  },
  renew: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, codeAgainForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const renewed = await changeSecondFactor(event.locals.signIn(), {
      change: 'renew-recovery-codes',
      ...read.value,
    });
    if (!renewed.ok) return refusedForm(event, form, renewed.refusal, 'code');
    return { codes: renewed.value };
  },
  remove: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, codeAgainForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const removed = await changeSecondFactor(event.locals.signIn(), {
      change: 'remove-second-factor',
      ...read.value,
    });
    if (!removed.ok) return refusedForm(event, form, removed.refusal, 'code');
    redirect(303, `${event.url.pathname}?done`);
  },
};
