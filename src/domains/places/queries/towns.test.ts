import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { languages, type Language } from '#services/i18n/index.ts';
import { townsLike, townsLikeProfile } from './towns-like.ts';
import { listTowns, readTown } from './towns.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

const nobody = { shrinking: new Set<string>() };
const read = (id: string, language: Language = 'en') => readTown(database.db, id, language);
const alikeIds = async (id: string, known: Parameters<typeof townsLike>[4] = nobody) =>
  (await townsLike(database.db, id, 'en', 100, known)).map(({ town }) => town.id);

describe('a town', () => {
  it('is read in the reader’s language, with its region and where its facts come from', async () => {
    expect(await read('schleswig', 'lv')).toMatchObject({
      name: 'Schleswig',
      displayName: 'Šlēsviga',
      regionName: 'Šlēsviga-Holšteina',
      countryCode: 'DE',
      isOnCoast: true,
      languages: ['de'],
      languagesSource: null,
      titleYears: [2026],
    });
  });

  it('has languages of its own only where a source says so, else those of its country', async () => {
    expect(await read('jakobstad')).toMatchObject({ languages: ['sv', 'fi'] });
    expect((await read('jakobstad'))?.languagesSource).toMatch(/^https:/);
    expect(await read('tampere')).toMatchObject({ languages: ['fi', 'sv'], languagesSource: null });
  });

  it.each([
    ['helsinki', true],
    ['gdynia', true],
    ['svendborg', true],
    ['kiel', true],
    ['hailuoto', true],
    ['tartu', false],
    ['tampere', false],
    ['krosno', false],
    ['peipsiaare', false],
    ['lake-peipus', null],
  ])('lies on the coast or not, lakes being no sea: %s %s', async (id, isOnCoast) => {
    expect((await read(id))?.isOnCoast).toBe(isOnCoast);
  });

  it('that is not known is none', async () => {
    expect(await read('atlantis')).toBeUndefined();
    expect(await read('constructor')).toBeUndefined();
    expect(await alikeIds('atlantis')).toEqual([]);
  });
});

describe('the list of towns', () => {
  it.each(languages)('holds every place once, sorted as the alphabet of %s sorts', async (language) => {
    const { countries, areas } = await listTowns(database.db, language);
    const all = [...countries.flatMap(({ towns }) => towns), ...areas];
    const known = await database.db.selectFrom('place').select('id').execute();
    expect(all.map(({ id }) => id).toSorted()).toEqual(known.map(({ id }) => id).toSorted());
    const { compare } = new Intl.Collator(language);
    for (const { towns } of countries) {
      const names = towns.map(({ displayName }) => displayName);
      expect(names).toEqual(names.toSorted(compare));
    }
  });
});

describe('towns like a town', () => {
  it('are found the same from either side, for every pair', async () => {
    const { countries } = await listTowns(database.db, 'en');
    const ids = countries.flatMap(({ towns }) => towns.map(({ id }) => id));
    const pairs = new Map<string, number>();
    for (const id of ids) {
      for (const { town, likeness } of await townsLike(database.db, id, 'en', 100, nobody))
        pairs.set(`${id} ${town.id}`, likeness);
    }
    expect(pairs.size).toBeGreaterThan(1000);
    for (const [pair, likeness] of pairs) {
      const [a, b] = pair.split(' ');
      expect(a).not.toBe(b);
      expect(pairs.get(`${b} ${a}`)).toBe(likeness);
    }
  });

  it('are never areas, and an area is like none', async () => {
    expect(await alikeIds('rujiena')).not.toContain('lithuania');
    expect(await alikeIds('lithuania')).toEqual([]);
  });

  it('share a shrinking population only where both are said to shrink', async () => {
    const shrinking = new Set(['rujiena', 'papile']);
    const found = await townsLike(database.db, 'rujiena', 'en', 100, { shrinking });
    const said = found.filter(({ reasons }) => reasons.some(({ key }) => key === 'shrinking'));
    expect(said.map(({ town }) => town.id)).toEqual(['papile']);
  });

  it('can be held to those that practices are known from', async () => {
    expect(await alikeIds('jakobstad', { ...nobody, among: new Set(['kiel', 'jakobstad']) })).toEqual([
      'kiel',
    ]);
  });

  it('are found for a town that is only described', async () => {
    const asked = {
      id: null,
      inhabitants: 12_000,
      countryCode: 'FI',
      isOnCoast: true,
      languages: ['fi', 'sv'],
      isShrinking: null,
    };
    const [first] = await townsLikeProfile(database.db, asked, 'en', 3, nobody);
    expect(first).toMatchObject({ town: { id: 'pargas' } });
    expect(first?.likeness).toBeGreaterThan(0.8);
  });
});
