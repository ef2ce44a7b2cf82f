import type { Actions, PageServerLoad } from './$types';
import { chosenRole, roleForm } from '#domains/accounts/forms/people.ts';
import {
  endSessionsOf,
  grantRole,
  readPerson,
  revokeRole,
  roleName,
  roleNames,
  scopeChoices,
} from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../../form-answers.ts';
import { found, numberOf, ofSecretariat } from '../../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const role = chosenRole(event.url.searchParams);
  return {
    ...found(await readPerson(asking, numberOf(event.params.id))),
    role,
    roleName: role && roleName(role),
    choices: role && (await scopeChoices(asking.db, role, asking.language)),
    roles: roleNames.map((value) => ({ value, label: roleName(value) })),
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  grant: async (event) => {
    const act = ofSecretariat(event);
    const personId = numberOf(event.params.id);
    const form = await formOf(event.request);
    const read = readForm(form, roleForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const result = await grantRole(act, { personId, ...read.value });
    const field = result.ok || result.refusal.reasons[0]?.key !== 'people_refused_scope' ? null : 'scope';
    return answer(event, form, result, paths.person(act.language, personId), {
      done: 'granted',
      field,
    });
  },
  revoke: async (event) => {
    const act = ofSecretariat(event);
    const personId = numberOf(event.params.id);
    const form = await formOf(event.request);
    const read = readForm(form, roleForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return answer(
      event,
      form,
      await revokeRole(act, { personId, ...read.value }),
      paths.person(act.language, personId),
      {
        done: 'revoked',
      },
    );
  },
  sessions: async (event) => {
    const act = ofSecretariat(event);
    const personId = numberOf(event.params.id);
    const form = await formOf(event.request);
    return answer(event, form, await endSessionsOf(act, personId), paths.person(act.language, personId), {
      done: 'sessions',
    });
  },
};
