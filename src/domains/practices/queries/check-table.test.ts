import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { allConceptLabels } from '#domains/vocabulary/index.ts';
import { languages } from '#services/i18n/index.ts';
import type { Table } from '#services/spreadsheets/index.ts';
import { readTable } from '#services/spreadsheets/read-table.ts';
import { sheetLabels } from '#ui/contribute/sheet-labels.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import { parseFilters } from '../forms/list-filters.ts';
import type { DraftContent } from '../model.ts';
import { draftFields, emptyContent } from '../rules/draft-fields.ts';
import { sheetColumnIds, type SheetColumnId } from '../rules/sheet-columns.ts';
import { areApart } from '../rules/sheet-words.ts';
import { anEditor, wholeContent } from '../testing.ts';
import { checkTable } from './check-table.ts';
import { draftsAsFile, publishedAsDrafts } from './drafts-as-file.ts';

let database: TestDatabase;
let conceptIds: string[];
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  conceptIds = [...(await allConceptLabels(database.db)).keys()].filter((id) => !id.startsWith('topic:'));
}, 90_000);
afterAll(() => database.close());

const MB = 1024 * 1024;
const limits = { bytes: 50 * MB, unpackedBytes: 50 * MB, rows: 1001, columns: 80, cellLength: 40_000 };
async function readBack(file: Buffer): Promise<Table> {
  const read = await readTable(file, limits);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** Letters of all nine languages, and what spreadsheets, CSV and XML stumble over. */
const signs = fc.constantFrom(
  ...'aeiouäöüõåæøßąćęłńóśźżāčēģīķļņšūžėįų',
  ...`=+-@＝＋'"“”;,|\t\n<>&%{}\\ \u00a0`,
  '_x0041_',
  '\u{1f41a}',
);
const words = fc.array(signs, { maxLength: 30 }).map((list) => list.join(''));
const filled = words.map((text) => `${text}ž`);
const source = fc.record({
  title: filled.map((text) => text.replaceAll(/https?:/g, '')),
  url: fc.constantFrom('https://a.example/?b=c;d', 'http://ä.example/x,y', "https://b.example/'=1"),
});
function valuesOf(field: keyof DraftContent): fc.Arbitrary<unknown> {
  const { kind, choices = [] } = draftFields[field];
  switch (kind) {
    case 'places':
      // Of no practice: looking for likely ones of each run would take an hour.
      return fc.uniqueArray(fc.constantFrom('Vormsi', 'Vormsi, Estija', 'No such place', "=it's"), {
        maxLength: 3,
      });
    case 'concepts':
      return fc.uniqueArray(fc.constantFrom(...conceptIds), { maxLength: 12 });
    case 'sources':
      return fc.array(source, { maxLength: 4 });
    case 'choice':
      return fc.constantFrom('', ...choices);
    case 'consent':
      return fc.constantFrom('', 'yes');
    case 'year':
      return fc.constantFrom('', '2024', '0999', 'long ago', '-5');
    case 'money':
      return fc.constantFrom('', '0', '4500', '4 500', '12.000 €');
    case 'pictures':
      return fc.constant([]);
    case 'line':
    case 'text':
      return words;
  }
}
const drafts = () =>
  fc.array(
    fc.record({
      language: fc.constantFrom(...languages),
      content: fc
        // A row without a title could be an empty one, which makes no draft.
        .record({
          ...(Object.fromEntries(
            Object.keys(emptyContent).map((field) => [field, valuesOf(field as keyof DraftContent)]),
          ) as Record<keyof DraftContent, fc.Arbitrary<unknown>>),
          title: filled,
        })
        .map((content) => contentSchema.parse(content)),
    }),
    { minLength: 1, maxLength: 6 },
  );

describe('what is exported', () => {
  it.each(['csv', 'xlsx'] as const)(
    'as %s and read back is the same drafts: every alphabet, formulas, quotes and lines',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(drafts(), fc.constantFrom(...languages), async (written, reader) => {
          const labels = sheetLabels(reader);
          const file = await draftsAsFile(database.db, written, { format, name: 'x', labels });
          // Whoever reads it back may read another language.
          const other = sheetLabels(languages[(languages.indexOf(reader) + 1) % languages.length] ?? 'en');
          for (const asRead of [labels, other]) {
            const check = await checkTable(database.db, await readBack(file), asRead);
            expect(check.drafts.map(({ language, content }) => ({ language, content }))).toEqual(written);
            expect(check.problems.filter(({ key }) => key.startsWith('bulk_'))).toEqual([]);
          }
        }),
        { numRuns: process.env['NACRE_FULL'] === '1' ? 200 : 25 },
      );
    },
    120_000,
  );

  it.each(languages)('in %s has a heading of its own for each column', (language) => {
    const [labels] = sheetLabels(language);
    expect(areApart(labels)).toBe(true);
    expect(sheetColumnIds.filter((id) => labels.headings[id].trim() === '')).toEqual([]);
  });

  it('of what is published would be the same practices again, each likely there already', async () => {
    const editor = await anEditor(database.db);
    const labels = sheetLabels('fi');
    const file = await publishedAsDrafts(database.db, editor, parseFilters(new URLSearchParams()), {
      format: 'xlsx',
      name: 'x',
      labels,
    });
    const check = await checkTable(database.db, await readBack(file ?? Buffer.alloc(0)), labels);
    expect(check.drafts).toHaveLength(48);
    expect(check.drafts.filter(({ similar }) => similar.length === 0)).toEqual([]);
    expect(check.problems.filter(({ key }) => key.startsWith('bulk_'))).toEqual([]);
  }, 60_000);
});

describe('a check', () => {
  const table = (...rows: Partial<Record<SheetColumnId, string>>[]): string[][] => [
    [...sheetColumnIds],
    ...rows.map((row) => sheetColumnIds.map((id) => row[id] ?? '')),
  ];
  const { places, concepts: _concepts, pictures: _pictures, sources, ...texts } = wholeContent;
  const whole: Partial<Record<SheetColumnId, string>> = {
    ...texts,
    language: 'lv',
    places: places.join(';'),
    'topics.challenge': 'youth-outmigration',
    sources: sources.map(({ title, url }) => `${title} ${url}`).join('\n'),
  };
  const check = (rows: string[][]) => checkTable(database.db, rows, sheetLabels('en'));

  it('finds nothing wrong with what the form would take, and passes over empty rows', async () => {
    const { problems, drafts: found } = await check(table({}, whole, {}));
    expect(problems).toEqual([]);
    expect(found.map(({ row, language, sameAs }) => ({ row, language, sameAs }))).toEqual([
      { row: 3, language: 'lv', sameAs: null },
    ]);
    expect(found[0]?.content).toEqual({ ...wholeContent, concepts: ['challenge:youth-outmigration'] });
  });

  it('names every problem by row, column and what stands there, each once', async () => {
    const { problems } = await check(
      table(
        { ...whole, yearStart: '24', yearEnd: '1066', places: 'Atlantis', 'topics.challenge': 'boredom' },
        { ...whole, language: '', title: '', sources: 'a page', teaser: 'x'.repeat(201), consent: 'no' },
        { ...whole, title: 'y'.repeat(2001) },
      ),
    );
    expect(problems.map(({ row, column, value, key }) => [row, column, value.slice(0, 10), key])).toEqual([
      [2, 'topics.challenge', 'boredom', 'bulk_problem_concept'],
      [2, 'places', 'Atlantis', 'contribute_problem_place'],
      [2, 'yearStart', '24', 'contribute_problem_year'],
      [2, 'yearEnd', '1066', 'contribute_problem_year'],
      [3, 'language', '', 'contribute_problem_missing'],
      [3, 'title', '', 'contribute_problem_missing'],
      [3, 'teaser', 'xxxxxxxxxx', 'contribute_problem_long'],
      [3, 'sources', 'a page', 'contribute_problem_source'],
      [3, 'consent', 'no', 'contribute_problem_missing'],
      [4, 'title', 'yyyyyyyyyy', 'contribute_problem_text'],
    ]);
  });

  it('says of a column that is missing that it is, and not of every row', async () => {
    const rows = table(whole, whole).map((cells) => cells.slice(0, -1));
    const { problems } = await check(rows);
    expect(problems.map(({ row, column, key }) => [row, column, key])).toEqual([
      [1, 'consent', 'bulk_problem_column_missing'],
    ]);
  });

  it('shows which rows say the same, and changes what it has shown when anything does', async () => {
    const [one, two] = [await check(table(whole, whole)), await check(table(whole, whole))];
    expect(one.drafts.map(({ sameAs }) => sameAs)).toEqual([null, 2]);
    expect(two.shown).toBe(one.shown);
    expect((await check(table(whole, { ...whole, effort: 'more' }))).shown).not.toBe(one.shown);
  });
});
