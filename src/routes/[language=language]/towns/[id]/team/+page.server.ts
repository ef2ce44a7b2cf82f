import type { Actions, PageServerLoad } from './$types';
import { redirect } from '@sveltejs/kit';
import { invitationForm, memberForm, numberForm } from '#domains/accounts/forms/people.ts';
import {
  grantRole,
  INVITATION_DAYS,
  invite,
  listInvitations,
  readTeam,
  resendInvitation,
  revokeRole,
  roleName,
  roleNames,
  withdrawInvitation,
} from '#domains/accounts/index.ts';
import { readTeamTown, readTown } from '#domains/places/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../../form-answers.ts';
import { found, signedIn } from '../../../signed-in.ts';

// Who is in a team is for its members and the secretariat; others get "not found", as for a town without a team.
export const load: PageServerLoad = async (event) => {
  const asking = signedIn(event);
  const { id } = event.params;
  const town = found(await readTeamTown(asking.db, id, asking.language));
  const team = found(await readTeam(asking, id));
  const ranks = roleNames.filter((name) => name.startsWith('town-'));
  return {
    town: { id: town.id, displayName: town.displayName },
    /** A town of the demonstration has none. */
    hasTownPage: (await readTown(asking.db, id, asking.language)) !== undefined,
    ...team,
    me: asking.actor.person?.id ?? null,
    ranks: ranks.map((value) => ({ value, label: roleName(value) })),
    invitations: await listInvitations(asking, id),
    days: INVITATION_DAYS,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const act = signedIn(event);
    const form = await formOf(event.request);
    form.set('scope', event.params.id);
    const read = readForm(form, invitationForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const result = await invite(act, read.value);
    const to = paths.team(act.language, event.params.id);
    return answer(event, form, result, to, { done: 'invited', field: 'email' });
  },
  resend: async (event) => {
    const act = signedIn(event);
    const form = await formOf(event.request);
    const read = readForm(form, numberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const to = paths.team(act.language, event.params.id);
    return answer(event, form, await resendInvitation(act, read.value.id), to, { done: 'invited' });
  },
  withdraw: async (event) => {
    const act = signedIn(event);
    const form = await formOf(event.request);
    const read = readForm(form, numberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const to = paths.team(act.language, event.params.id);
    return answer(event, form, await withdrawInvitation(act, read.value.id), to, { done: 'withdrawn' });
  },
  change: async (event) => {
    const act = signedIn(event);
    const form = await formOf(event.request);
    const read = readForm(form, memberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const to = paths.team(act.language, event.params.id);
    return answer(event, form, await grantRole(act, { ...read.value, scope: event.params.id }), to, {
      done: 'granted',
    });
  },
  revoke: async (event) => {
    const act = signedIn(event);
    const form = await formOf(event.request);
    const read = readForm(form, memberForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const scope = event.params.id;
    const result = await revokeRole(act, { ...read.value, scope });
    if (!result.ok || read.value.personId !== act.actor.person?.id)
      return answer(event, form, result, paths.team(act.language, scope), { done: 'revoked' });
    // Who left sees the team no more.
    const hasTownPage = (await readTown(act.db, scope, act.language)) !== undefined;
    return redirect(303, hasTownPage ? paths.town(act.language, scope) : paths.account(act.language));
  },
};
