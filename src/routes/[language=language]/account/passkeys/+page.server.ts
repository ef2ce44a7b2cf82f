import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { addPasskeyForm, removePasskeyForm } from '#domains/accounts/forms/own-account.ts';
import { addPasskey, askForPasskey, removePasskey } from '#domains/accounts/index.ts';
import { deviceName } from '#ui/account/device-name.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';

export const actions: Actions = {
  question: async (event) => {
    const asked = await askForPasskey(event.locals.signIn());
    if (!asked.ok) return refusedForm(event, new FormData(), asked.refusal);
    return { question: JSON.stringify(asked.value) };
  },
  add: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, addPasskeyForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const name = read.value.name || (deviceName(event.request.headers.get('user-agent') ?? '') ?? 'Passkey');
    const added = await addPasskey(event.locals.signIn(), { ...read.value, name });
    if (!added.ok) return refusedForm(event, form, added.refusal);
    redirect(303, `${event.url.pathname}?done`);
  },
  remove: async (event) => {
    const form = await formOf(event.request);
    const read = readForm(form, removePasskeyForm);
    if (!read.ok) return wrongFields(form, []);
    const removed = await removePasskey(event.locals.signIn(), { id: Number(read.value.passkey) });
    if (!removed.ok) return refusedForm(event, form, removed.refusal);
    redirect(303, `${event.url.pathname}?done`);
  },
};
