import type { Actor } from '#domains/accounts/index.ts';
import { placeName, placesById } from '#domains/places/index.ts';
import { allConceptLabels } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { countryName, type Language } from '#services/i18n/index.ts';
import { csvFile, xlsxFile, type Sheet } from '#services/spreadsheets/index.ts';
import type { DraftContent, PracticeFilters } from '../model.ts';
import { mayBulk } from '../policy.ts';
import { MOST_ROWS } from '../rules/bulk-limits.ts';
import { draftOfPractice } from '../rules/draft-of-practice.ts';
import { ruleOfColumn, sheetColumnIds } from '../rules/sheet-columns.ts';
import { rowOfDraft } from '../rules/sheet-rows.ts';
import { sheetWords } from '../rules/sheet-words.ts';
import { practicesById } from '../store/practices.ts';
import type { AllSheetLabels } from './check-table.ts';
import type { FileFormat } from './practice-files.ts';
import { searchPractices } from './search-practices.ts';

export type DraftsFile = {
  format: FileFormat;
  /** Of the sheet. */
  name: string;
  labels: AllSheetLabels;
  /** A second sheet, where the format has one: what each column holds. */
  explanation?: Sheet;
};

type Writing = { language: Language; content: DraftContent };

/** Drafts as a file that `checkTable` reads back as the same drafts; without any it is a template. */
export async function draftsAsFile(
  db: Database,
  drafts: readonly Writing[],
  { format, name, labels, explanation }: DraftsFile,
): Promise<Buffer> {
  const concepts = await allConceptLabels(db);
  const [own] = labels;
  const ownLabels = new Map(
    [...concepts].map(([id, list]) => [
      id as string,
      list.find(({ language }) => language === own.language)?.label ?? id,
    ]),
  );
  const words = sheetWords(labels, concepts);
  const labelOf = (id: string): string => ownLabels.get(id) ?? id;
  const sheet: Sheet = {
    name,
    columns: sheetColumnIds.map((column) => {
      const rule = ruleOfColumn(column);
      const isNumber = rule?.kind === 'year' || rule?.kind === 'money';
      return {
        heading: own.headings[column],
        holds: isNumber ? ('number' as const) : ('text' as const),
        width: rule?.kind === 'text' ? 50 : isNumber ? 12 : 28,
      };
    }),
    rows: drafts.map(({ language, content }) =>
      rowOfDraft(language, content, { labels: own, words, labelOf }),
    ),
  };
  if (format === 'csv') return csvFile(sheet);
  return explanation ? xlsxFile(sheet, explanation) : xlsxFile(sheet);
}

/** What is published and matches the filters, in the shape of an import: the first thousand. Undefined for who may not. */
export async function publishedAsDrafts(
  db: Database,
  actor: Actor,
  filters: PracticeFilters,
  as: DraftsFile,
): Promise<Buffer | undefined> {
  if (!mayBulk(actor, 'export')) return undefined;
  const { refs } = await searchPractices(db, filters, as.labels[0].language, { limit: MOST_ROWS, offset: 0 });
  const practices = new Map((await practicesById(db, refs)).map((practice) => [practice.id, practice]));
  const places = await placesById(db, [
    ...new Set([...practices.values()].flatMap(({ placeIds }) => placeIds)),
  ]);
  const drafts = refs.flatMap((id): Writing[] => {
    const practice = practices.get(id);
    if (practice?.state !== 'published') return [];
    const language = practice.originalLanguage;
    const names = practice.placeIds.flatMap((placeId) => {
      const place = places.get(placeId);
      return place ? [`${placeName(place, language)}, ${countryName(place.countryCode, language)}`] : [];
    });
    // What is published was given away under the licence.
    return [{ language, content: { ...draftOfPractice(practice, names), consent: 'yes' } }];
  });
  return draftsAsFile(db, drafts, as);
}

/** An empty table with the columns' headings. Undefined for who may not. */
export async function sheetTemplate(db: Database, actor: Actor, as: DraftsFile): Promise<Buffer | undefined> {
  return mayBulk(actor, 'export') ? draftsAsFile(db, [], as) : undefined;
}
