import type { PageServerLoad } from './$types';
import { conceptsQuestion } from '#domains/vocabulary/forms/concept.ts';
import { editedSchemes, listConcepts, schemeNames } from '#domains/vocabulary/index.ts';
import { countByConcept } from '#domains/practices/index.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const question = conceptsQuestion(event.url.searchParams);
  return {
    question,
    list: found(await listConcepts(asking, question)),
    schemeIds: editedSchemes,
    schemes: await schemeNames(asking.db, asking.language),
    counts: await countByConcept(asking.db),
    done: event.url.searchParams.get('done'),
  };
};
