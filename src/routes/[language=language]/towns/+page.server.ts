import type { PageServerLoad } from './$types';
import { listTowns } from '#domains/places/index.ts';
import { countByPlace } from '#domains/practices/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language } }) => ({
  list: await listTowns(db, language),
  counts: await countByPlace(db),
});
