import type { PageServerLoad } from './$types';
import { countByConcept } from '#domains/practices/index.ts';
import { readVocabulary } from '#domains/vocabulary/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
  vocabulary: await readVocabulary(db, language),
  counts: await countByConcept(db),
});
