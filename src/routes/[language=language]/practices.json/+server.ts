import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { parseFilters } from '#domains/practices/forms/list-filters.ts';
import { listPractices, practiceIdentifier, type PracticeCard } from '#domains/practices/index.ts';
import { schemeIds, type SchemeId } from '#domains/vocabulary/index.ts';
import type { Language } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

/** The list as data: the same address parameters, vocabulary codes instead of labels. Open to any origin. */
export const GET: RequestHandler = async ({ locals: { db, language, settings }, url }) => {
  const list = await listPractices(db, parseFilters(url.searchParams), language);
  return json(
    {
      total: list.total,
      page: list.filters.page,
      pageCount: list.pageCount,
      items: list.practices.map((practice) => item(practice, language, settings.origin)),
      facets: Object.fromEntries(
        list.facets.map(({ name, values }) => [
          name,
          values.map(({ code, label, count }) => ({ code, label, count })),
        ]),
      ),
    },
    { headers: { 'access-control-allow-origin': '*' } },
  );
};

function item(practice: PracticeCard, language: Language, origin: string) {
  const codes = (scheme: SchemeId) =>
    practice.conceptIds.filter((id) => id.startsWith(`${scheme}:`)).map((id) => id.slice(scheme.length + 1));
  const [place] = practice.places;
  return {
    id: practice.id,
    identifier: practiceIdentifier(practice.id),
    slug: practice.slug,
    url: origin + paths.practice(language, practice.slug),
    title: practice.title,
    teaser: practice.teaser,
    language: practice.language,
    languageState: practice.state,
    place: place?.name ?? null,
    country: place?.countryCode ?? null,
    yearStart: practice.yearStart,
    yearEnd: practice.yearEnd,
    cover: origin + paths.cover(practice.cover, 'full'),
    ...Object.fromEntries(schemeIds.map((scheme) => [`${scheme}s`, codes(scheme)])),
  };
}
