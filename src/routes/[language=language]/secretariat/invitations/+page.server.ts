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
import { readForm } from '#ui/people/read-form.ts';
import { again, answer } from '../../answer-form.ts';
import { formOf } from '../../form-answers.ts';
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
    const read = readForm(await formOf(event.request), invitationForm);
    if (!read.ok) return again(read.problems, read.typed);
    const result = await invite(act, read.value);
    const field = result.ok || result.refusal.reasons[0]?.key !== 'people_refused_scope' ? 'email' : 'scope';
    return answer(result, paths.invitations(act.language), { done: 'invited', typed: read.value, field });
  },
  resend: async (event) => {
    const act = ofSecretariat(event);
    const read = readForm(await formOf(event.request), numberForm);
    if (!read.ok) return again(read.problems);
    return answer(await resendInvitation(act, read.value.id), paths.invitations(act.language), {
      done: 'invited',
    });
  },
  withdraw: async (event) => {
    const act = ofSecretariat(event);
    const read = readForm(await formOf(event.request), numberForm);
    if (!read.ok) return again(read.problems);
    const result = await withdrawInvitation(act, read.value.id);
    return answer(result, paths.invitations(act.language), { done: 'withdrawn' });
  },
};
