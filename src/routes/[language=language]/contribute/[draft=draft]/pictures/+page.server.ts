import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readVersion } from '#domains/practices/forms/contribute/act-fields.ts';
import { readPictureAct } from '#domains/practices/forms/contribute/picture-act.ts';
import { pages, readFields } from '#domains/practices/forms/contribute/pages.ts';
import {
  addPicture,
  arrangePictures,
  draftFields,
  draftPages,
  pictureLimits,
  readableFields,
  readDraft,
  returnPicture,
  saveDraft,
  type DraftPicture,
} from '#domains/practices/index.ts';
import { formatNumber } from '#services/i18n/index.ts';
import type { Reason } from '#platform/result.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, notFound } from '../../act.ts';

const page = pages.pictures;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const view = await readDraft(db, actor, params.draft, language);
  if (!view) return notFound();
  if (!view.allowed.includes('edit')) redirect(303, paths.draft(language, params.draft));
  const removed = url.searchParams.get('removed');
  return {
    view,
    page: {
      rule: draftFields.pictures,
      previous: page.previous(view.content),
      number: draftPages.indexOf(page.name) + 1,
      of: draftPages.length,
    },
    limits: {
      most: formatNumber(pictureLimits.megabytes, language),
      least: formatNumber(pictureLimits.leastSide, language),
    },
    problems: view.problems.filter(
      ({ field, isMissing }) => field === 'pictures' && (!isMissing || url.searchParams.has('check')),
    ),
    /** The picture that was removed just now. */
    removed: view.content.pictures.some(({ digest }) => digest === removed) ? null : removed,
  };
};

type Again = {
  /** Why it was refused, with the values of the text. */
  reasons: Reason[];
  base?: number;
  /** What was typed and not kept. */
  typed?: DraftPicture[];
  /** What somebody else wrote meanwhile, as text, and who. */
  theirs?: { text: string; authorName: string | null; writtenAt: Date };
  /** Of the file alone: what was typed is kept. */
  isOfFile?: true;
};
const again = (status: number, found: Again) => fail(status, found);

async function act(locals: App.Locals, draftId: number, form: FormData) {
  const base = readVersion(form);
  if (base === null) return notFound();
  const chosen = readPictureAct(form);
  const raw = readFields(form, page.fields);
  const read = page.schema.safeParse(raw);
  if (!read.success)
    return again(400, {
      reasons: [{ key: 'contribute_problem_text' }],
      typed: raw['pictures'] as DraftPicture[],
      base,
    });
  const typed = read.data.pictures ?? [];
  const pictures = chosen.kind === 'arrange' ? arrangePictures(typed, chosen.act, chosen.digest) : typed;
  const saved = await saveDraft(locals.act(), { draftId, base, typed: { pictures }, fields: page.fields });
  if (saved.ok) return { chosen, isChanged: saved.value !== base };
  const { conflict, reasons } = saved.refusal;
  if (!conflict) return again(400, { reasons: [...reasons], typed, base });
  const { theirs, mine } = conflict;
  return again(409, {
    reasons: [{ key: 'contribute_conflict_text' }],
    typed: mine.pictures,
    base: theirs.number,
    theirs: {
      text: (await readableFields(locals.db, theirs.content, locals.language)).pictures,
      authorName: theirs.authorName,
      writtenAt: theirs.writtenAt,
    },
  });
}

export const actions: Actions = {
  default: async ({ locals, params: { draft: draftId }, url }) => {
    demandPerson(locals, url);
    const lead = (part?: string): never => redirect(303, paths.draft(locals.language, draftId, part));
    const received = await locals.receiveUpload(async (form, file) => {
      const outcome = await act(locals, draftId, form);
      if (!('chosen' in outcome)) return outcome;
      const { chosen, isChanged } = outcome;
      if (chosen.kind === 'return') {
        const done = await returnPicture(locals.act(), { draftId, digest: chosen.digest });
        return done.ok ? lead('pictures#pictures') : again(400, { reasons: [...done.refusal.reasons] });
      }
      if (!file.ok) return again(400, { reasons: [file.refusal], isOfFile: true });
      // A file that somebody chose is meant to be added, whichever button was pressed.
      if (file.value !== null) {
        const done = await addPicture(locals.act(), { draftId, bytes: file.value });
        if (!done.ok) return again(400, { reasons: [...done.refusal.reasons], isOfFile: true });
        return lead(`pictures#picture-${done.value.digest.slice(0, 8)}`);
      }
      if (chosen.kind === 'arrange')
        return lead(
          chosen.act === 'remove' ? `pictures?removed=${chosen.digest}#removed` : 'pictures#pictures',
        );
      if (chosen.kind === 'add' && !isChanged)
        return again(400, { reasons: [{ key: 'pictures_problem_none' }], isOfFile: true });
      if (chosen.kind === 'add') return lead('pictures');
      const view = await readDraft(locals.db, locals.actor, draftId, locals.language);
      const isWrong = view?.problems.some(({ field, isMissing }) => !isMissing && field === 'pictures');
      if (isWrong) return lead('pictures#problems');
      return lead(chosen.kind === 'leave' || !view ? undefined : (page.next(view.content) ?? undefined));
    });
    if (received.ok) return received.value;
    const isBusy = received.refusal.key === 'pictures_problem_busy';
    return again(isBusy ? 503 : 400, { reasons: [received.refusal], isOfFile: true });
  },
};
