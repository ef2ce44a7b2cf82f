import type { PageServerLoad } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { comparePractices } from '#domains/practices/index.ts';

export const load: PageServerLoad = async ({ locals: { db, language }, url }) => ({
  comparison: await comparePractices(db, parsePracticeIds(url.searchParams), language),
});
