import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { mostKept, readPractices } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { bookletMap } from '#ui/documents/booklet-map.ts';
import { booklet } from '#ui/documents/booklet.ts';
import { leadToDocument } from '../../documents/lead-to-document.ts';

/** Several practices as a booklet: `?id=NP-1&id=NP-2`, in this order. */
export const load: PageServerLoad = async (event) => {
  const { db, language, settings } = event.locals;
  const ids = parsePracticeIds(event.url.searchParams, { most: mostKept + 1 });
  // Which of too many to leave out is not ours to say.
  if (ids.length === 0 || ids.length > mostKept) error(400, m.ui_error_4xx_title());
  const practices = await readPractices(db, ids, language);
  if (practices.length === 0) error(404, m.ui_error_404_title());
  return await leadToDocument(
    event,
    booklet(practices, {
      language,
      origin: settings.origin,
      notice: settings.notice ?? m.ui_notice(),
      map: bookletMap(practices, language),
    }),
  );
};
