import type { Actions, PageServerLoad } from './$types';
import { decisionForm } from '#domains/accounts/forms/people.ts';
import { decideClaim, listClaims } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../form-answers.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => ({
  ...found(await listClaims(ofSecretariat(event))),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, decisionForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return answer(event, form, await decideClaim(act, read.value), paths.claims(act.language), {
      done: 'decided',
    });
  },
};
