import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { conceptForm, contentOf, fieldsOf, retireForm } from '#domains/vocabulary/forms/concept.ts';
import { conceptToEdit, retireConcept, schemeNames } from '#domains/vocabulary/index.ts';
import { readConceptUse, saveConcept } from '#domains/practices/index.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { paths } from '#ui/paths.ts';
import { answer, formOf, wrongFields } from '../../../../form-answers.ts';
import { found, ofSecretariat } from '../../../../signed-in.ts';
import { again, problemsOf } from '../../concept-answers.ts';

const idOf = ({ scheme, code }: { scheme: string; code: string }) => `${scheme}:${code}`;

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const id = idOf(event.params);
  const edited = found(await conceptToEdit(asking, id));
  // It was merged: its address leads to what it is now.
  if (typeof edited === 'string') redirect(301, paths.concept(asking.language, edited));
  const { concept, ...rest } = edited;
  return {
    ...rest,
    id,
    schemeId: concept.schemeId,
    code: concept.code,
    isRetired: concept.isRetired,
    label: concept.words[asking.language].label || concept.words.en.label || id,
    values: fieldsOf(concept),
    use: await readConceptUse(asking, id),
    schemes: await schemeNames(asking.db, asking.language),
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const act = ofSecretariat(event);
    const id = idOf(event.params);
    const form = await formOf(event.request);
    const read = readForm(form, conceptForm);
    if (!read.ok) return again(form, read.problems);
    const saved = await saveConcept(act, {
      id,
      version: read.value.version,
      content: contentOf(read.value),
    });
    if (saved.ok) redirect(303, `${paths.concept(act.language, id)}?done=concept`);
    const { theirs } = saved.refusal;
    return again(form, problemsOf(saved.refusal), {
      status: theirs ? 409 : 400,
      theirs: theirs && fieldsOf(theirs),
    });
  },
  retire: async (event) => {
    const act = ofSecretariat(event);
    const id = idOf(event.params);
    const form = await formOf(event.request);
    const read = readForm(form, retireForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const isRetired = read.value.retired === 'yes';
    const result = await retireConcept(act, { id, isRetired });
    return answer(event, form, result, paths.concept(act.language, id), {
      done: isRetired ? 'retired' : 'offered',
    });
  },
};
