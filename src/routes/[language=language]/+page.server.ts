import type { PageServerLoad } from './$types';
import { countPractices, newestPractices, placesOfAllPractices } from '#domains/practices/index.ts';
import { pearlsByYear } from '#domains/places/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
  newest: await newestPractices(db, language, 6),
  counts: await countPractices(db, language),
  places: await placesOfAllPractices(db, language),
  pearls: await pearlsByYear(db, language),
});
