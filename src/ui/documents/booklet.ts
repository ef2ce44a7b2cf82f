import type { PracticeReading } from '#domains/practices/index.ts';
import { formatDate, m, type Language } from '#services/i18n/index.ts';
import { paths } from '../paths.ts';
import { coverSvg, DIMENSIONS, servedDimensions } from '../pearl/index.ts';
import { commonLicence } from '../practice/licence.ts';
import { practiceDocument } from './practice-document.ts';
import type { DocumentRequest } from './document-request.ts';

/** A drawn map for the booklet: an SVG document, its text alternative, every place of it in words, and the line below. */
export type BookletMap = { svg: string; alt: string; places: string[]; caption?: string };

/** Several practices, in this order, as a booklet with cover, contents and, where one is given, a map. At least one practice. */
export function booklet(
  practices: readonly PracticeReading[],
  {
    language,
    origin,
    notice,
    map,
  }: { language: Language; origin: string; notice: string; map?: BookletMap | undefined },
): DocumentRequest {
  // The state of the texts, not today: the same booklet asked for tomorrow is the same booklet.
  const changedOn =
    practices
      .map(({ changedAt }) => changedAt.toISOString().slice(0, 10))
      .sort()
      .at(-1) ?? '';
  const served = servedDimensions(practices.flatMap(({ cover }) => cover.dimensions));
  // Only one of those that ask for the source to be named can be said so of all.
  const common = commonLicence(practices);
  const licence = common?.name.startsWith('CC BY') ? common : undefined;
  const about = practices.map(({ identifier }) => identifier);
  const count = m.practices_count({ count: practices.length });
  return {
    template: 'ui/documents/booklet.typ',
    language,
    title: m.practices_list_heading(),
    fileName: `nacre-booklet-${practices.length}-${language}`,
    madeFrom: paths.booklet(language, about),
    about,
    data: {
      language,
      title: m.practices_list_heading(),
      subtitle: m.documents_booklet_subtitle(),
      description: m.documents_booklet_subtitle(),
      keywords: [],
      date: changedOn,
      count,
      asOf: m.documents_as_of({ date: formatDate(changedOn, language) }),
      site: { name: origin.replace(/^https?:\/\//, ''), url: origin + paths.home(language) },
      licence: licence ? m.documents_licence({ licence: licence.name }) : m.documents_licence_each(),
      notice,
      running: `Nacre · ${m.practices_list_heading()}`,
      cover: {
        svg: coverSvg({
          seed: about.join(' '),
          dimensions: served.length === DIMENSIONS.length ? [] : served,
          size: 'square',
        }),
        alt: m.documents_cover_alt(),
      },
      contents: m.documents_contents(),
      ...(map && { mapHeading: m.documents_map(), map }),
      practices: practices.map((practice) => practiceDocument(practice, language, origin)),
    },
  };
}
