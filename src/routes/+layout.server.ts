import type { LayoutServerLoad } from './$types';
import { takeNote } from './[language=language]/shortlist/note.ts';

/** What every page's frame shows. */
export const load: LayoutServerLoad = ({ locals, url, cookies }) => ({
  shortlist: locals.shortlist,
  note: takeNote(cookies, url),
  language: locals.language,
  notice: locals.settings.notice,
  origin: locals.settings.origin,
  operator: locals.settings.operator,
  contact: locals.settings.contact,
  // It stands in each of nine links: an address longer than any of ours is not repeated there.
  path: url.search.length > 1500 ? url.pathname : url.pathname + url.search,
});
