import { placesById, type Place } from '#domains/places/index.ts';
import { schemeIds, vocabularyWords, type SchemeId } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { countryName, languageName, m, type Language } from '#services/i18n/index.ts';
import { csvFile, xlsxFile, type Cell, type Column } from '#services/spreadsheets/index.ts';
import type { Course, PracticeCard, PracticeFilters, TextState } from '../model.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { otherPartners } from '../rules/partners.ts';
import { sheetFacts, type SheetFacts } from '../store/published.ts';
import { practiceCards } from './practice-cards.ts';
import { searchPractices } from './search-practices.ts';

export type FileFormat = 'csv' | 'xlsx';

/** Where a practice is read, as an absolute address. */
type AddressOf = (practice: PracticeCard) => string;

/** More rows would hold a process up for seconds; the data as JSON goes on page by page. */
const mostRows = 1000;

const textStates: Record<TextState, () => string> = {
  original: m.shortlist_text_original,
  machine: m.shortlist_text_machine,
  reviewed: m.shortlist_text_reviewed,
  stale: m.shortlist_text_stale,
};

const courses: Record<Course, () => string> = {
  planned: m.practices_course_planned,
  ongoing: m.practices_course_ongoing,
  'carried-out': m.practices_course_carried_out,
};

const schemes: Record<SchemeId, () => string> = {
  challenge: m.practices_facet_challenge,
  culturalForm: m.practices_facet_cultural_form,
  targetGroup: m.practices_facet_target_group,
  method: m.practices_facet_method,
  dimension: m.practices_facet_dimension,
};

/** One row of the file before it is words. */
type Row = { card: PracticeCard; facts: SheetFacts | undefined; place: Place | undefined };
type FileColumn = Column & { cell: (row: Row) => Cell };

const column = (
  heading: string,
  holds: Column['holds'],
  width: number,
  cell: FileColumn['cell'],
): FileColumn => ({ heading, holds, width, cell });

// Several values stand in one cell, as spreadsheets' own filters for "contains" expect.
const joined = (values: readonly string[]): string => values.join('; ');

function fileColumns(
  language: Language,
  labels: ReadonlyMap<string, string>,
  addressOf: AddressOf,
): FileColumn[] {
  return [
    column(m.practices_fact_identifier(), 'text', 10, ({ card }) => practiceIdentifier(card.id)),
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
    column(m.shortlist_column_population(), 'number', 12, ({ place }) => place?.population ?? null),
    column(m.shortlist_column_year_start(), 'number', 10, ({ card }) => card.yearStart),
    column(m.shortlist_column_year_end(), 'number', 10, ({ card }) => card.yearEnd),
    column(m.practices_fact_course(), 'text', 12, ({ card }) => card.course && courses[card.course]()),
    column(m.practices_fact_organiser(), 'text', 30, ({ facts }) => facts?.organiser ?? null),
    column(m.practices_fact_partners(), 'text', 40, ({ facts }) =>
      facts ? joined(otherPartners(facts.partners, facts.organiser)) : null,
    ),
    column(m.shortlist_column_cost(), 'number', 12, ({ facts }) => facts?.costEur ?? null),
    ...schemeIds.map((scheme) =>
      column(schemes[scheme](), 'text', 30, ({ card }) =>
        joined(card.conceptIds.filter((id) => id.startsWith(`${scheme}:`)).map((id) => labels.get(id) ?? id)),
      ),
    ),
    column(m.practices_fact_verified(), 'day', 14, ({ facts }) => facts?.verifiedOn ?? null),
    column(m.shortlist_column_published(), 'day', 14, ({ facts }) => facts?.publishedOn ?? null),
    column(m.practices_fact_licence(), 'text', 12, ({ facts }) => facts?.licence ?? null),
    column(m.shortlist_column_address(), 'text', 50, ({ card }) => addressOf(card)),
  ];
}

/** The published ones among these practices as a file for spreadsheets, in their order, its headings in the reader's language. */
export async function practicesAsFile(
  db: Database,
  ids: readonly number[],
  {
    language,
    format,
    name,
    addressOf,
  }: { language: Language; format: FileFormat; name: string; addressOf: AddressOf },
): Promise<Buffer> {
  const cards = await practiceCards(db, ids, language);
  const facts = await sheetFacts(db, ids);
  const places = await placesById(db, [...new Set(cards.flatMap((card) => card.places[0]?.id ?? []))]);
  const { labels } = await vocabularyWords(db, language);
  const columns = fileColumns(language, labels, addressOf);
  const rows = cards.map((card) => {
    const row = { card, facts: facts.get(card.id), place: places.get(card.places[0]?.id ?? '') };
    return columns.map(({ cell }) => cell(row));
  });
  const sheet = { name, columns, rows };
  return format === 'csv' ? csvFile(sheet) : await xlsxFile(sheet);
}

/** The list under the reader's filters as such a file, whatever its pages: the first thousand. */
export async function listAsFile(
  db: Database,
  filters: PracticeFilters,
  as: Parameters<typeof practicesAsFile>[2],
): Promise<Buffer> {
  const { refs } = await searchPractices(db, filters, as.language, { limit: mostRows, offset: 0 });
  return await practicesAsFile(db, refs, as);
}
