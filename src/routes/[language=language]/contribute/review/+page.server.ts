import type { PageServerLoad } from './$types';
import { reviewQueue } from '#domains/practices/index.ts';
import { demandPerson, notFound } from '../act.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  demandPerson(locals, url);
  const drafts = await reviewQueue(locals.db, locals.actor);
  return drafts ? { drafts } : notFound();
};
