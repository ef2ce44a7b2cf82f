import type { PageServerLoad } from './$types';
import {
  countPractices,
  newestPractices,
  placesOfAllPractices,
  placesWithPractices,
} from '#domains/practices/index.ts';
import { pearlsByYear } from '#domains/places/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
  newest: await newestPractices(db, language, 6),
  counts: await countPractices(db, language),
  placesWithPractices: await placesWithPractices(db),
  places: await placesOfAllPractices(db, language),
  pearls: await pearlsByYear(db, language),
});
