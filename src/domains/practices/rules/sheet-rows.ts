import type { Language } from '#services/i18n/languages.ts';
import type { DraftContent, DraftSource } from '../model.ts';
import { draftFields, emptyContent } from './draft-fields.ts';
import { schemeOf, sheetColumnIds, type CellField, type SheetColumnId } from './sheet-columns.ts';
import type { SheetLabels, SheetWords } from './sheet-words.ts';

/** What is wrong with a cell, or with a column where `row` is 1; `column` is its heading where it is none of ours. */
export type SheetProblem = {
  row: number;
  column: SheetColumnId | { heading: string };
  /** What stands there. */
  value: string;
  key: string;
  params?: Record<string, string | number>;
};

export type SheetDraft = { language: Language | undefined; content: DraftContent; problems: SheetProblem[] };

/** Values that share a cell. */
const valuesIn = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** "Title of the page https://…", one a line. */
function sourcesIn(cell: string): DraftSource[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, title = line, url = ''] = /^(.*?)\s*(https?:\/\/\S+)$/su.exec(line) ?? [];
      return { title, url };
    });
}

/** A row of a table as a draft; what nothing can be made of is named, the rest is kept as it was typed. */
export function draftOfRow(
  row: number,
  cells: ReadonlyMap<SheetColumnId, string>,
  words: SheetWords,
): SheetDraft {
  const problems: SheetProblem[] = [];
  const content: Record<string, unknown> = { ...emptyContent };
  const concepts: string[] = [];
  let language: Language | undefined;
  for (const [column, typed] of cells) {
    const cell = typed.replaceAll(/\r\n?/g, '\n');
    const scheme = schemeOf(column);
    const unknown = (value: string, key: string): void => void problems.push({ row, column, value, key });
    if (column === 'language') {
      language = words.language(cell);
      // An empty one is missing, as any field is.
      if (language === undefined && cell.trim() !== '') unknown(cell.trim(), 'bulk_problem_language');
    } else if (scheme) {
      for (const value of valuesIn(cell)) {
        const id = words.concept(scheme, value);
        if (id === undefined) unknown(value, 'bulk_problem_concept');
        else concepts.push(id);
      }
    } else content[column] = fieldOf(column as CellField, cell, words);
  }
  return { language, content: { ...(content as DraftContent), concepts }, problems };
}

function fieldOf(field: CellField, cell: string, words: SheetWords): unknown {
  const { kind, choices } = draftFields[field];
  if (kind === 'places') return valuesIn(cell);
  if (kind === 'sources') return sourcesIn(cell);
  if (kind === 'consent') return cell.trim() === '' ? '' : words.isYes(cell) ? 'yes' : cell;
  if (kind !== 'choice') return cell;
  const choice = words.choice(cell);
  return choice !== undefined && choices?.includes(choice) ? choice : cell;
}

/** The draft as a row in the words of one language: what `draftOfRow` was given. Labels that mean two things are written as codes. */
export function rowOfDraft(
  language: Language,
  content: DraftContent,
  { labels, words, labelOf }: RowWords,
): (string | number | null)[] {
  return sheetColumnIds.map((column) => {
    const scheme = schemeOf(column);
    if (column === 'language') return labels.languages[language];
    if (scheme)
      return content.concepts
        .filter((id) => id.startsWith(`${scheme}:`))
        .map((id) => {
          const label = labelOf(id);
          return words.concept(scheme, label) === id && !/[;\n]/.test(label) ? label : id;
        })
        .join('; ');
    return cellOf(content, column as CellField, labels, words);
  });
}

export type RowWords = { labels: SheetLabels; words: SheetWords; labelOf: (concept: string) => string };

function cellOf(
  content: DraftContent,
  field: CellField,
  labels: SheetLabels,
  words: SheetWords,
): string | number | null {
  if (field === 'places') return content.places.join('\n');
  if (field === 'sources')
    return content.sources.map(({ title, url }) => `${title} ${url}`.trim()).join('\n');
  const value = content[field];
  const { kind } = draftFields[field];
  if (value === '') return null;
  if (kind === 'choice') {
    const label = labels.choices[value];
    return label !== undefined && words.choice(label) === value ? label : value;
  }
  if (kind === 'consent') return value === 'yes' ? labels.yes : value;
  // A number that a spreadsheet can add up, where it says the same.
  const isNumber = kind === 'year' || kind === 'money';
  return isNumber && /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
