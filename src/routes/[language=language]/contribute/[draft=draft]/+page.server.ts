import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pages } from '#domains/practices/forms/contribute/pages.ts';
import {
  draftFields,
  draftPages,
  readDraft,
  similarPractices,
  submitDraft,
  withdrawDraft,
  type DraftField,
  type DraftPageName,
} from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, notFound, refused } from '../act.ts';

/** On which page of the form each field stands. */
const pageOfField = Object.fromEntries(
  Object.entries(draftFields).map(([field, { page }]) => [field, page]),
) as Record<DraftField, DraftPageName>;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const view = await readDraft(db, actor, params.draft, language);
  if (!view) return notFound();
  return {
    view,
    pageOf: pageOfField,
    pages: draftPages.map((name) => ({ name, summary: pages[name].summary(view.content) })),
    similar: view.allowed.includes('submit')
      ? await similarPractices(db, view.draft, view.content, view.placeIds, language)
      : null,
  };
};

export const actions: Actions = {
  submit: async ({ locals, params, url }) => {
    demandPerson(locals, url);
    const done = await submitDraft(locals.act(), { draftId: params.draft });
    if (!done.ok) return refused(done.refusal.reasons);
    redirect(303, paths.draft(locals.language, params.draft));
  },
  withdraw: async ({ locals, params, url }) => {
    demandPerson(locals, url);
    const done = await withdrawDraft(locals.act(), { draftId: params.draft });
    if (!done.ok) return refused(done.refusal.reasons);
    redirect(303, paths.draft(locals.language, params.draft));
  },
};
