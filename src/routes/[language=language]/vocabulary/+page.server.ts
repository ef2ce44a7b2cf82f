import type { PageServerLoad } from './$types';
import { readVocabulary } from '#domains/vocabulary/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
  vocabulary: await readVocabulary(db, language),
});
