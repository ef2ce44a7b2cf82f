import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { contentOf, newConceptForm } from '#domains/vocabulary/forms/concept.ts';
import { editedSchemes, schemeNames, schemeToEdit } from '#domains/vocabulary/index.ts';
import { addConcept } from '#domains/practices/index.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { paths } from '#ui/paths.ts';
import { formOf } from '../../../form-answers.ts';
import { ofSecretariat } from '../../../signed-in.ts';
import { again, problemsOf } from '../concept-answers.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const scheme = editedSchemes.find((id) => id === event.url.searchParams.get('scheme')) ?? null;
  return {
    schemeIds: editedSchemes.filter((id) => id !== 'dimension'),
    schemes: await schemeNames(asking.db, asking.language),
    scheme,
    offered: scheme && (await schemeToEdit(asking, scheme)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, newConceptForm);
    if (!read.ok) return again(form, read.problems);
    const added = await addConcept(act, { schemeId: read.value.scheme, content: contentOf(read.value) });
    if (!added.ok) return again(form, problemsOf(added.refusal));
    redirect(303, `${paths.concept(act.language, added.value)}?done=concept`);
  },
};
