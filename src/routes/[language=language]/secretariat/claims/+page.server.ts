import type { Actions, PageServerLoad } from './$types';
import { decisionForm } from '#domains/accounts/forms/people.ts';
import { decideClaim, listClaims } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/people/read-form.ts';
import { again, answer } from '../../answer-form.ts';
import { formOf } from '../../form-answers.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => ({
  ...found(await listClaims(ofSecretariat(event))),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const read = readForm(await formOf(event.request), decisionForm);
    if (!read.ok) return again(read.problems, read.typed);
    const typed = { id: String(read.value.id), reason: read.value.reason };
    return answer(await decideClaim(act, read.value), paths.claims(act.language), { done: 'decided', typed });
  },
};
