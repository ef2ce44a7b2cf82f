import { placesById } from '#domains/places/index.ts';
import { schemeIds, vocabularyWords, type SchemeId } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { csvFile, xlsxFile, type Cell, type Column } from '#services/spreadsheets/index.ts';
import type { PracticeCard, PracticeFilters } from '../model.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { otherPartners } from '../rules/partners.ts';
import { sheetFacts, type SheetFacts } from '../store/published.ts';
import { practiceCards } from './practice-cards.ts';
import { searchPractices } from './search-practices.ts';

export type FileFormat = 'csv' | 'xlsx';

/** What is known of a practice that becomes one row. `concepts` are labels in the reader's language; `population` is of its first place. */
export type SheetRow = Pick<
  SheetFacts,
  'organiser' | 'partners' | 'costEur' | 'licence' | 'verifiedOn' | 'publishedOn'
> & {
  identifier: string;
  card: PracticeCard;
  population: number | null;
  concepts: Record<SchemeId, string[]>;
};

/** A column in the words of whoever asks for the file, and what its cells say of a practice. */
export type SheetColumn = Column & { cell: (row: SheetRow) => Cell };

type FileAsked = { language: Language; format: FileFormat; name: string; columns: readonly SheetColumn[] };

/** More rows would hold a process up for seconds; the data as JSON goes on page by page. */
const mostRows = 1000;

/** The published ones among these practices as a file for spreadsheets, in their order and in the reader's language. */
export async function practicesAsFile(
  db: Database,
  ids: readonly number[],
  { language, format, name, columns }: FileAsked,
): Promise<Buffer> {
  const rows = (await sheetRows(db, ids, language)).map((row) => columns.map(({ cell }) => cell(row)));
  const sheet = { name, columns, rows };
  return format === 'csv' ? csvFile(sheet) : await xlsxFile(sheet);
}

/** The list under the reader's filters as such a file, whatever its pages: the first thousand. */
export async function listAsFile(db: Database, filters: PracticeFilters, as: FileAsked): Promise<Buffer> {
  const { refs } = await searchPractices(db, filters, as.language, { limit: mostRows, offset: 0 });
  return await practicesAsFile(db, refs, as);
}

async function sheetRows(db: Database, ids: readonly number[], language: Language): Promise<SheetRow[]> {
  const cards = await practiceCards(db, ids, language);
  const allFacts = await sheetFacts(db, ids);
  const places = await placesById(db, [...new Set(cards.flatMap((card) => card.places[0]?.id ?? []))]);
  const { labels } = await vocabularyWords(db, language);
  return cards.flatMap((card) => {
    const facts = allFacts.get(card.id);
    // Withdrawn between the two questions.
    if (!facts) return [];
    const labelled = schemeIds.map((scheme) => [
      scheme,
      card.conceptIds.filter((id) => id.startsWith(`${scheme}:`)).map((id) => labels.get(id) ?? id),
    ]);
    return {
      ...facts,
      identifier: practiceIdentifier(card.id),
      card,
      partners: otherPartners(facts.partners, facts.organiser),
      population: places.get(card.places[0]?.id ?? '')?.population ?? null,
      concepts: Object.fromEntries(labelled) as Record<SchemeId, string[]>,
    };
  });
}
