import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { parseShortlistAct, type ShortlistAct } from '#domains/practices/forms/shortlist-act.ts';
import { changeShortlist, practiceIdentifier, practicesKept } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { localPage } from '#ui/local-page.ts';
import { noteAnchor, noteCookie, paths } from '#ui/paths.ts';
import { type NoteKey } from '#ui/shortlist/note.ts';
import { leaveNote } from './note.ts';

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  const isOwn = !url.searchParams.has('id');
  const ids = isOwn ? locals.shortlist : parsePracticeIds(url.searchParams);
  const kept = await practicesKept(locals.db, ids, locals.language);
  // What was withdrawn falls out, and the next page says so once; a browser that takes no cookies is not led round and round.
  if (isOwn && kept.gone.length > 0 && cookies.get(noteCookie) === undefined) {
    locals.keepShortlist(kept.practices.map(({ id }) => id));
    leaveNote(cookies, url, { key: 'shortlist_note_gone', about: null, numbers: kept.gone });
    redirect(303, paths.shortlist(locals.language));
  }
  return {
    isOwn,
    ...kept,
    identifiers: kept.practices.map(({ id }) => practiceIdentifier(id)),
    goneIdentifiers: kept.gone.map(practiceIdentifier),
  };
};

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return error(400, m.ui_error_4xx_title());
  }
}

/** The practice that the note will stand beside, where the act was about one. */
const aboutOf = (act: ShortlistAct): number | null =>
  act.kind === 'clear'
    ? null
    : act.kind === 'keep'
      ? act.ids.length === 1
        ? (act.ids[0] ?? null)
        : null
      : act.id;

export const actions: Actions = {
  default: async ({ request, locals, cookies, url }) => {
    const form = await formOf(request);
    const act = parseShortlistAct(form);
    if (!act) error(400, m.ui_error_4xx_title());
    const about = aboutOf(act);
    const change = await changeShortlist(locals.db, locals.shortlist, act);
    if (change.ok) {
      const { list, said, numbers } = change.value;
      locals.keepShortlist(list);
      leaveNote(cookies, url, { key: said, about, numbers });
    } else {
      for (const { key, params } of change.refusal.reasons)
        leaveNote(cookies, url, {
          key: key as NoteKey,
          about,
          numbers: Object.values(params ?? {}).map(Number),
        });
    }
    const to = form.get('to');
    const back = typeof to === 'string' ? localPage(to, url) : null;
    redirect(303, `${back ?? paths.shortlist(locals.language)}#${noteAnchor}`);
  },
};
