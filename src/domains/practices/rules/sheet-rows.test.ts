import { describe, expect, it } from 'vitest';
import { draftFieldNames, emptyContent } from './draft-fields.ts';
import { fieldOfColumn, isNeededColumn, sheetColumnIds, type SheetColumnId } from './sheet-columns.ts';
import { lettersOf, readHeadings } from './sheet-headings.ts';
import { draftOfRow, rowOfDraft } from './sheet-rows.ts';
import { areApart, sheetWords, type SheetLabels } from './sheet-words.ts';

const languages = { en: 'x', lv: 'x', lt: 'x', et: 'x', fi: 'x', sv: 'x', da: 'x', de: 'x', pl: 'x' };
const labelled = (language: 'en' | 'lv', change: Partial<SheetLabels> = {}): SheetLabels => ({
  language,
  headings: Object.fromEntries(
    sheetColumnIds.map((id) => [id, `${language} ${id}`]),
  ) as SheetLabels['headings'],
  choices: { ongoing: `${language} going on`, planned: `${language} planned`, count: `${language} counted` },
  languages: { ...languages, en: `${language} English`, lv: `${language} Latvian` },
  yes: language === 'en' ? 'yes' : 'jā',
  ...change,
});
const concepts = new Map([
  [
    'challenge:loneliness',
    [
      { language: 'en' as const, label: 'Alone' },
      { language: 'lv' as const, label: 'Vientulība' },
    ],
  ],
  [
    'challenge:departure',
    [
      { language: 'en' as const, label: 'People leave' },
      // The Latvian of one is the English of the other: whoever reads Latvian means this one.
      { language: 'lv' as const, label: 'Alone' },
    ],
  ],
  ['method:walk', [{ language: 'en' as const, label: 'Walk' }]],
]);
const words = sheetWords([labelled('lv'), labelled('en')], concepts);
const row = (cells: Partial<Record<SheetColumnId, string>>) =>
  draftOfRow(7, new Map(Object.entries(cells) as [SheetColumnId, string][]), words);

describe('the columns of a table', () => {
  it('are the language and the fields of the form but its pictures, each once, and the topics by scheme', () => {
    expect(sheetColumnIds.filter((id) => fieldOfColumn(id) === undefined)).toEqual(['language']);
    expect([...new Set(sheetColumnIds.flatMap((id) => fieldOfColumn(id) ?? []))]).toEqual(
      draftFieldNames.filter((field) => field !== 'pictures'),
    );
    expect(sheetColumnIds.filter((id) => fieldOfColumn(id) === 'concepts')).toHaveLength(5);
    expect(isNeededColumn('topics.challenge')).toBe(true);
    expect(isNeededColumn('topics.method')).toBe(false);
  });

  it('are found by code or by heading in any language, whatever the case and the spaces', () => {
    for (const said of ['title', ' LV  title', 'En Title']) expect(words.column(said)).toBe('title');
    expect(words.column('titel')).toBeUndefined();
    expect(areApart(labelled('en'))).toBe(true);
    expect(areApart(labelled('en', { headings: { ...labelled('en').headings, title: 'en teaser' } }))).toBe(
      false,
    );
  });

  it('without a heading are called as a spreadsheet calls them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('that are unknown, there twice or missing are named; empty ones without a heading are not', () => {
    const needed = sheetColumnIds.filter(isNeededColumn).filter((id) => id !== 'organiser');
    const headings = [...needed, 'TITLE', 'Notes', '', ''];
    const last = headings.length - 1;
    const { columns, problems } = readHeadings(headings, words, (place) => place === last, headings.length);
    expect([...columns.values()]).toEqual(needed);
    expect(problems.map(({ row: at, column, key }) => [at, column, key])).toEqual([
      [1, 'title', 'bulk_problem_column_twice'],
      [1, { heading: 'Notes' }, 'bulk_problem_unknown_column'],
      [1, { heading: lettersOf(last) }, 'bulk_problem_unknown_column'],
      [1, 'organiser', 'bulk_problem_column_missing'],
    ]);
  });
});

describe('a row of a table', () => {
  it('becomes a draft: several values by semicolon or line, answers by code or label, sources by line', () => {
    const { language, content, problems } = row({
      language: 'en latvian',
      title: 'Kāpnes',
      places: 'Rūjiena; Nida, Lithuania\nValka',
      course: 'EN going on',
      outcomeEvidence: 'count',
      'topics.challenge': 'vientulība; people leave',
      'topics.method': 'method:walk\nwalk',
      sources: 'Ziņas par kāpnēm https://ziņas.example/a?b=c;d\r\nhttps://b.example\nonly a title',
      consent: 'JĀ',
    });
    expect(problems).toEqual([]);
    expect(language).toBe('lv');
    expect(content).toEqual({
      ...emptyContent,
      title: 'Kāpnes',
      places: ['Rūjiena', 'Nida, Lithuania', 'Valka'],
      course: 'ongoing',
      outcomeEvidence: 'count',
      concepts: ['challenge:loneliness', 'challenge:departure', 'method:walk', 'method:walk'],
      sources: [
        { title: 'Ziņas par kāpnēm', url: 'https://ziņas.example/a?b=c;d' },
        { title: '', url: 'https://b.example' },
        { title: 'only a title', url: '' },
      ],
      consent: 'yes',
    });
  });

  it('keeps what it does not understand as it was typed, and names words that are in no vocabulary', () => {
    const { language, content, problems } = row({
      language: 'Klingon',
      course: 'count',
      consent: 'perhaps',
      'topics.method': 'Walk; Loneliness',
    });
    expect(language).toBeUndefined();
    expect(content).toMatchObject({ course: 'count', consent: 'perhaps', concepts: ['method:walk'] });
    expect(problems).toEqual([
      { row: 7, column: 'language', value: 'Klingon', key: 'bulk_problem_language' },
      { row: 7, column: 'topics.method', value: 'Loneliness', key: 'bulk_problem_concept' },
    ]);
  });

  it('of a word that means two things takes the reader’s', () => {
    expect(row({ 'topics.challenge': 'Alone' }).content.concepts).toEqual(['challenge:departure']);
    const english = sheetWords([labelled('en'), labelled('lv')], concepts);
    expect(english.concept('challenge', 'Alone')).toBe('challenge:loneliness');
    const finnish = sheetWords([labelled('en', { language: 'fi' }), labelled('lv')], concepts);
    expect(finnish.concept('challenge', 'Alone')).toBeUndefined();
  });

  it('is written in the reader’s words; numbers as numbers, and as a code what its label would not bring back', () => {
    const content = {
      ...emptyContent,
      course: 'planned',
      yearStart: '2024',
      yearEnd: '0999',
      costEur: '4 500',
      concepts: ['challenge:loneliness', 'method:walk'],
      sources: [{ title: 'A', url: 'https://a.example' }],
      consent: 'yes',
    };
    const [own, other] = [labelled('en'), labelled('lv')];
    const english = sheetWords([own, other], concepts);
    const labelOf = (id: string) => (id === 'method:walk' ? 'Stroll' : 'Alone');
    const cells = rowOfDraft('lv', content, { labels: own, words: english, labelOf });
    const by = Object.fromEntries(sheetColumnIds.map((id, n) => [id, cells[n]]));
    expect(by).toMatchObject({
      language: 'en Latvian',
      course: 'en planned',
      yearStart: 2024,
      yearEnd: '0999',
      costEur: '4 500',
      'topics.challenge': 'Alone',
      'topics.method': 'method:walk',
      sources: 'A https://a.example',
      consent: 'yes',
      title: null,
    });
  });
});
