import type { PageServerLoad } from './$types';
import { previewDraft } from '#domains/practices/index.ts';
import { demandPerson, notFound } from '../../act.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const practice = await previewDraft(db, actor, params.draft, new Date(), language);
  return practice ? { practice, draftId: params.draft } : notFound();
};
