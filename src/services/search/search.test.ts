import { afterAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { languages } from '#services/i18n/languages.ts';
import { testDatabase } from '#platform/database/testing.ts';
import {
  conceptFinder,
  indexDocument,
  indexDocuments,
  removeDocument,
  search,
  type SearchDocument,
  type SearchRequest,
} from './index.ts';

const database = await testDatabase();
afterAll(() => database.close());
const { db } = database;

const plain: SearchDocument = {
  kind: 'practice',
  ref: 0,
  facets: {},
  titles: {},
  texts: [],
  concepts: [],
  quality: 0,
  sortedOn: null,
};
const documents: SearchDocument[] = [
  {
    ...plain,
    ref: 1,
    facets: { country: ['LV'], challenge: ['loneliness', 'ageing'], period: ['2020:2024'] },
    titles: { en: 'A choir for young people', lv: 'Koris jauniešiem' },
    texts: [{ language: null, weight: 'B', text: 'Rūjiena' }],
    sortedOn: '2024-05-01',
  },
  {
    ...plain,
    ref: 2,
    facets: { country: ['PL'], challenge: ['loneliness'] },
    titles: { en: 'A library on wheels' },
    texts: [
      { language: 'en', weight: 'D', text: 'It visits the choir, too.' },
      { language: null, weight: 'B', text: 'Płock' },
    ],
    quality: 1,
    sortedOn: '2023-05-01',
  },
  { ...plain, ref: 3, facets: { country: ['LV', 'EE'] }, titles: { en: 'Gardens' }, quality: 0.5 },
  { ...plain, kind: 'event', ref: 1, titles: { en: 'A choir sings' }, facets: { country: ['LV'] } },
];
await indexDocuments(db, documents);

const ask = (request: Partial<SearchRequest>) =>
  search(db, {
    kind: 'practice',
    text: '',
    languages,
    facets: {},
    facetNames: ['country', 'challenge'],
    sort: 'relevance',
    limit: 20,
    offset: 0,
    ...request,
  });
const refs = async (request: Partial<SearchRequest>) => (await ask(request)).refs;

describe('words', () => {
  test.each([
    ['jaunietis', [1]],
    ['jaunieši', [1]],
    ['jauniesiem', [1]],
    ['rujiena', [1]],
    ['Rūjienā', [1]],
    ['plock', [2]],
    ['libraries wheel', [2]],
    // None has both, so those with either come.
    ['libraries garden', [2, 3]],
    ['zzzzzz', []],
    ['the garden', [3]],
  ])('%j finds %j', async (text, found) => {
    expect(await refs({ text })).toEqual(found);
  });

  test('a word in the title counts more than one in the body of a better document', async () => {
    expect(await refs({ text: 'choirs' })).toEqual([1, 2]);
  });

  test('a language that was not asked is asked when little is found', async () => {
    expect(await ask({ text: 'jaunieši', languages: ['en'] })).toMatchObject({ refs: [1], exactTotal: 0 });
  });

  test('text without a word finds everything', async () => {
    expect((await ask({ text: '?!' })).total).toBe(3);
  });
});

test('a correction takes the place of whole words alone', async () => {
  expect((await ask({ text: 'Choi, choir' })).correction).toBe('choir, choir');
});

test('a notion of another language is about the same word, whatever words before it say nothing there', async () => {
  await indexDocument(db, {
    ...plain,
    kind: 'stage',
    titles: { en: 'Kuenstler' },
    concepts: [{ id: 'theatre', weight: 'A' }],
  });
  const concepts = conceptFinder([{ id: 'theatre', broader: [], terms: { de: ['Theater'] } }]);
  const hits = async (text: string) =>
    (await ask({ kind: 'stage', text, languages: ['en', 'lv'], concepts })).hits;
  expect(await hits('kuenstler theater')).toEqual([{ ref: 0, through: ['theatre'] }]);
  expect(await hits('die kuenstler theater')).toEqual([{ ref: 0, through: ['theatre'] }]);
});

describe('order', () => {
  test('without words the best come first', async () => expect(await refs({})).toEqual([2, 3, 1]));
  test('newest first, the undated last', async () =>
    expect(await refs({ sort: 'newest' })).toEqual([1, 2, 3]));
  test('oldest first, the undated last', async () =>
    expect(await refs({ sort: 'oldest' })).toEqual([2, 1, 3]));
  test('a page is a slice of the whole', async () => {
    expect(await ask({ limit: 1, offset: 1 })).toMatchObject({ total: 3, refs: [3] });
  });
});

describe('facets', () => {
  test('counts of a facet with a choice are those of its alternatives; other facets count what is found', async () => {
    const found = await ask({ facets: { country: ['LV'] } });
    expect(found.refs).toEqual([3, 1]);
    expect(found.counts).toEqual({
      country: { LV: 2, EE: 1, PL: 1 },
      challenge: { loneliness: 1, ageing: 1 },
    });
  });

  test('or within a facet, and between facets', async () => {
    expect(await refs({ facets: { country: ['LV', 'PL'], challenge: ['loneliness'] } })).toEqual([2, 1]);
    expect(await refs({ facets: { country: ['EE'], challenge: ['loneliness'] } })).toEqual([]);
  });

  test('nothing found says how many each facet alone keeps away', async () => {
    const found = await ask({ facets: { country: ['PL'], challenge: ['ageing'] } });
    expect(found).toMatchObject({ total: 0, missedBy: { country: 1, challenge: 1 } });
  });

  test('a code may hold a colon', async () => {
    const found = await ask({ facets: { period: ['2020:2024'] }, facetNames: ['period'] });
    expect(found).toMatchObject({ refs: [1], counts: { period: { '2020:2024': 1 } } });
  });

  test('an unknown facet is ignored, an unknown value finds nothing', async () => {
    expect((await ask({ facets: { nonsense: ['x'], toString: ['y'] } })).total).toBe(3);
    expect(await ask({ facets: { country: ['\0', "'); drop table search_document; --"] } })).toMatchObject({
      total: 0,
      refs: [],
      counts: { country: { LV: 2, EE: 1, PL: 1 }, challenge: {} },
    });
  });

  test('a facet whose name holds a colon is refused when indexing', async () => {
    await expect(indexDocument(db, { ...plain, ref: 9, facets: { 'a:b': ['c'] } })).rejects.toThrow('facet');
  });
});

test.each([1e9, 1e300, Number.MAX_SAFE_INTEGER, Infinity, -5, 0.5, NaN])(
  'limit and offset %d fail nothing',
  async (n) => {
    expect((await ask({ offset: n })).total).toBe(3);
    expect((await ask({ limit: n })).total).toBe(3);
  },
);

describe('writing', () => {
  test('a document is replaced as a whole, and removed', async () => {
    await indexDocument(db, {
      ...plain,
      kind: 'news',
      ref: 1,
      titles: { en: 'Old words' },
      facets: { country: ['DE'] },
    });
    await indexDocument(db, { ...plain, kind: 'news', ref: 1, titles: { en: 'New words' }, quality: 7 });
    expect((await ask({ kind: 'news', text: 'old' })).total).toBe(0);
    expect(await ask({ kind: 'news', text: 'new' })).toMatchObject({ total: 1, counts: { country: {} } });
    await removeDocument(db, { kind: 'news', ref: 1 });
    expect((await ask({ kind: 'news' })).total).toBe(0);
  });

  test('of two documents with one key in a batch the later wins; an empty batch does nothing', async () => {
    await indexDocuments(db, [
      { ...plain, kind: 'twice', titles: { en: 'first' } },
      { ...plain, kind: 'twice', titles: { en: 'second' } },
    ]);
    await indexDocuments(db, []);
    expect((await ask({ kind: 'twice', text: 'second' })).total).toBe(1);
    await removeDocument(db, { kind: 'twice', ref: 0 });
  });

  test('what a transaction wrote is gone with it', async () => {
    const abandoned = db.transaction().execute(async (transaction) => {
      await indexDocument(transaction, { ...plain, kind: 'lost', ref: 1 });
      throw new Error('no');
    });
    await expect(abandoned).rejects.toThrow('no');
    expect((await ask({ kind: 'lost' })).total).toBe(0);
  });

  test('words are looked up in the index of the table, not by reading all of it', async () => {
    await db.transaction().execute(async (transaction) => {
      await sql`set local enable_seqscan = off`.execute(transaction);
      const { rows } = await sql`explain select from search_document where tsv @@ 'x'::tsquery`.execute(
        transaction,
      );
      expect(JSON.stringify(rows)).toContain('Bitmap');
    });
  });
});
