import type { Actions, PageServerLoad } from './$types';
import { chosenRole, invitationForm, numberForm } from '#domains/accounts/forms/people.ts';
import {
  INVITATION_DAYS,
  invite,
  listInvitations,
  resendInvitation,
  roleName,
  roleNames,
  scopeChoices,
  withdrawInvitation,
} from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../form-answers.ts';
import { ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const role = chosenRole(event.url.searchParams);
  return {
    role,
    roleName: role && roleName(role),
    choices: role && (await scopeChoices(asking.db, role, asking.language)),
    roles: roleNames.map((value) => ({ value, label: roleName(value) })),
    invitations: await listInvitations(asking),
    days: INVITATION_DAYS,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, invitationForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const result = await invite(act, read.value);
    const field = result.ok || result.refusal.reasons[0]?.key !== 'people_refused_scope' ? 'email' : 'scope';
    return answer(event, form, result, paths.invitations(act.language), { done: 'invited', field });
  },
  resend: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, numberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return answer(event, form, await resendInvitation(act, read.value.id), paths.invitations(act.language), {
      done: 'invited',
    });
  },
  withdraw: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, numberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const result = await withdrawInvitation(act, read.value.id);
    return answer(event, form, result, paths.invitations(act.language), { done: 'withdrawn' });
  },
};
