import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { parsePracticeIds } from '#domains/practices/forms/practice-ids.ts';
import { practiceIdentifier, practicesKept } from '#domains/practices/index.ts';
import { practiceItem } from '#ui/practice/practice-item.ts';

/** The reader's shortlist, or the practices that the address names, as data of the same shape as the list's items. */
export const GET: RequestHandler = async ({ locals: { db, language, settings, shortlist }, url }) => {
  const ids = url.searchParams.has('id') ? parsePracticeIds(url.searchParams) : shortlist;
  const { practices } = await practicesKept(db, ids, language);
  const items = practices.map((practice) =>
    practiceItem(practice, practiceIdentifier(practice.id), language, settings.origin),
  );
  return json(
    { total: items.length, items },
    { headers: { 'content-disposition': 'attachment; filename="nacre-shortlist.json"' } },
  );
};
