import type { PracticeCard, SheetColumn, TextState } from '#domains/practices/index.ts';
import { countryName, languageName, m, type Language } from '#services/i18n/index.ts';
import { courseNames } from './course-names.ts';
import { facetHeadings, schemeFacets } from './facet-names.ts';

const textStates: Record<TextState, () => string> = {
  original: m.shortlist_text_original,
  machine: m.shortlist_text_machine,
  reviewed: m.shortlist_text_reviewed,
  stale: m.shortlist_text_stale,
};

const column = (
  heading: string,
  holds: SheetColumn['holds'],
  width: number,
  cell: SheetColumn['cell'],
): SheetColumn => ({ heading, holds, width, cell });

// Several values stand in one cell, as spreadsheets' own filters for "contains" expect.
const joined = (values: readonly string[]): string => values.join('; ');

/** The columns of practices as a spreadsheet, in the reader's language. `addressOf` says where a practice is read, absolutely. */
export function sheetColumns(
  language: Language,
  addressOf: (practice: PracticeCard) => string,
): SheetColumn[] {
  return [
    column(m.practices_fact_identifier(), 'text', 10, ({ identifier }) => identifier),
    column(m.shortlist_column_title(), 'text', 40, ({ card }) => card.title),
    column(m.shortlist_column_teaser(), 'text', 60, ({ card }) => card.teaser),
    column(m.shortlist_column_language(), 'text', 12, ({ card }) => languageName(card.language, language)),
    column(m.shortlist_column_text_state(), 'text', 16, ({ card }) => textStates[card.state]()),
    column(m.practices_fact_places(), 'text', 20, ({ card }) =>
      joined(card.places.map(({ displayName }) => displayName)),
    ),
    column(m.practices_facet_country(), 'text', 12, ({ card }) =>
      joined([...new Set(card.places.map(({ countryCode }) => countryName(countryCode, language)))]),
    ),
    column(m.shortlist_column_population(), 'number', 12, ({ population }) => population),
    column(m.shortlist_column_year_start(), 'number', 10, ({ card }) => card.yearStart),
    column(m.shortlist_column_year_end(), 'number', 10, ({ card }) => card.yearEnd),
    column(m.practices_fact_course(), 'text', 12, ({ card }) => card.course && courseNames[card.course]()),
    column(m.practices_fact_organiser(), 'text', 30, ({ organiser }) => organiser),
    column(m.practices_fact_partners(), 'text', 40, ({ partners }) => joined(partners)),
    column(m.shortlist_column_cost(), 'number', 12, ({ costEur }) => costEur),
    ...schemeFacets.map((scheme) =>
      column(facetHeadings[scheme](), 'text', 30, ({ concepts }) => joined(concepts[scheme])),
    ),
    column(m.practices_fact_verified(), 'day', 14, ({ verifiedOn }) => verifiedOn),
    column(m.shortlist_column_published(), 'day', 14, ({ publishedOn }) => publishedOn),
    column(m.practices_fact_licence(), 'text', 12, ({ licence }) => licence),
    column(m.shortlist_column_address(), 'text', 50, ({ card }) => addressOf(card)),
  ];
}
