import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readNotes, readText } from '#domains/practices/forms/contribute/act-fields.ts';
import {
  archiveDraft,
  askChanges,
  draftFieldNames,
  publishDraft,
  readableFields,
  readDraft,
  similarPractices,
  takeDraft,
  writeNotes,
  type DraftNotes,
} from '#domains/practices/index.ts';
import type { Refusal, Result } from '#platform/result.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound } from '../../act.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const view = await readDraft(db, actor, params.draft, language);
  const isReviewers = view?.allowed.some((act) => act === 'take' || act === 'publish' || act === 'archive');
  if (!view || !isReviewers) return notFound();
  return {
    view,
    fields: draftFieldNames,
    texts: await readableFields(db, view.content, language),
    similar: await similarPractices(db, view.draft, view.content, view.placeIds, language),
  };
};

/** The page again, with what was typed. */
const again = ({ reasons }: Refusal, typed: { notes?: DraftNotes; reason?: string }) =>
  fail(400, { reasons: reasons.map(({ key }) => key), ...typed });
const tooLong = { reasons: [{ key: 'contribute_problem_text' }] };

function lead(locals: App.Locals, draftId: number, part: string | undefined, done: Result<unknown>): Refusal {
  if (done.ok) redirect(303, paths.draft(locals.language, draftId, part));
  return done.refusal;
}

export const actions: Actions = {
  take: async ({ locals, params, url }) => {
    demandPerson(locals, url);
    const done = await takeDraft(locals.act(), { draftId: params.draft });
    return again(lead(locals, params.draft, 'review', done), {});
  },
  notes: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const notes = readNotes(await formOf(request));
    if (notes === null) return again(tooLong, {});
    const done = await writeNotes(locals.act(), { draftId: params.draft, notes });
    return again(lead(locals, params.draft, 'review', done), { notes });
  },
  ask: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const notes = readNotes(await formOf(request));
    if (notes === null) return again(tooLong, {});
    const done = await askChanges(locals.act(), { draftId: params.draft, notes });
    return again(lead(locals, params.draft, undefined, done), { notes });
  },
  publish: async ({ locals, params, url }) => {
    demandPerson(locals, url);
    const done = await publishDraft(locals.act(), { draftId: params.draft });
    return again(lead(locals, params.draft, undefined, done), {});
  },
  archive: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const reason = readText(await formOf(request), 'reason');
    if (reason === null) return again(tooLong, {});
    const done = await archiveDraft(locals.act(), { draftId: params.draft, reason });
    return again(lead(locals, params.draft, undefined, done), { reason });
  },
};
