import type { PageServerLoad } from './$types';
import { peopleQuestion } from '#domains/accounts/forms/people.ts';
import { listPeople, roleName, roleNames } from '#domains/accounts/index.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const question = peopleQuestion(event.url.searchParams);
  return {
    question,
    list: found(await listPeople(asking, question)),
    roles: roleNames.map((value) => ({ value, label: roleName(value) })),
  };
};
