import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { mergeForm } from '#domains/vocabulary/forms/concept.ts';
import { conceptToEdit } from '#domains/vocabulary/index.ts';
import { mergeConcepts, mergePreview } from '#domains/practices/index.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { paths } from '#ui/paths.ts';
import { answer, formOf, wrongFields } from '../../../../../form-answers.ts';
import { found, ofSecretariat } from '../../../../../signed-in.ts';

const idOf = ({ scheme, code }: { scheme: string; code: string }) => `${scheme}:${code}`;

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const id = idOf(event.params);
  const edited = found(await conceptToEdit(asking, id));
  if (typeof edited === 'string') redirect(301, paths.concept(asking.language, edited));
  const into = edited.others.find((other) => other.id === event.url.searchParams.get('into')) ?? null;
  const { words } = edited.concept;
  return {
    id,
    label: words[asking.language].label || words.en.label || id,
    // Of a fixed scheme nothing is merged: there is no such page.
    others: found(edited.isFixed ? null : edited.others),
    into,
    preview: into && (await mergePreview(asking, id, into.id)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, mergeForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const { into } = read.value;
    const merged = await mergeConcepts(act, { from: idOf(event.params), into });
    return answer(event, form, merged, paths.concept(act.language, into), { done: 'merged', field: 'into' });
  },
};
