import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { comparePractices } from '#domains/practices/index.ts';
import { cameFrom } from '#ui/local-page.ts';
import { noteAnchor, paths } from '#ui/paths.ts';
import { leaveNote } from '../../shortlist/note.ts';

export const load: PageServerLoad = async ({ locals: { db, language }, url, request, cookies }) => {
  const ids = parsePracticeIds(url.searchParams);
  // Too little was ticked: back to the list, the reader's own or one that was passed on, where it is said what to do.
  if (ids.length < 2) {
    const list = paths.shortlist(language);
    const from = cameFrom(request.headers.get('referer'), url);
    leaveNote(cookies, url, { key: 'shortlist_note_choose', about: null, numbers: ids });
    redirect(303, `${from?.startsWith(`${list}?`) ? from : list}#${noteAnchor}`);
  }
  return { comparison: await comparePractices(db, ids, language) };
};
