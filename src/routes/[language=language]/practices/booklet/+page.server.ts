import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { parseBookletIds } from '#domains/practices/forms/booklet-ids.ts';
import { readPractices } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { bookletMap } from '#ui/documents/booklet-map.ts';
import { booklet } from '#ui/documents/booklet.ts';
import { leadToDocument } from '../../documents/lead-to-document.ts';

/** Several practices as a booklet: `?id=NP-1&id=NP-2`, in this order. */
export const load: PageServerLoad = async (event) => {
  const { db, language, settings } = event.locals;
  const ids = parseBookletIds(event.url.searchParams);
  if (ids === null) error(400, m.ui_error_4xx_title());
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
