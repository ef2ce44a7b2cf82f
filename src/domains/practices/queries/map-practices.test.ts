import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { practiceKind } from '../commands/index-practices.ts';
import { listPractices } from './list-practices.ts';
import { mapPractices, placesOfAllPractices } from './map-practices.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

const filters = (query: string) => parseFilters(new URLSearchParams(query));
const map = (query: string) => mapPractices(database.db, filters(query), 'en');

/** Six thousand documents of imagined practices in Kiel: more than the list counts. */
const manyInKiel = () =>
  sql`
    insert into search_document (kind, ref, tsv, facets, standing)
    select ${practiceKind}, n, array_to_tsvector(array(select 'f:' || v from unnest(values) as v)),
      (select string_agg(symbol, '') from search_facet where value = any(values)), 0.5
    from generate_series(100001, 107500) as n,
      (select array['country:DE', 'place:kiel', 'challenge:loneliness']) as of_each (values)`.execute(
    database.db,
  );

describe('the map of practices', () => {
  it.each([
    '',
    'country=FI',
    'q=theatre',
    'challenge=loneliness&country=LV&country=DK',
    'q=culture&size=under-5000',
  ])('counts at each place under "%s" what its link would list', async (query) => {
    const { places, total } = await map(query);
    expect(total).toBe((await listPractices(database.db, filters(query), 'en')).total);
    expect(places.length).toBeGreaterThan(0);
    for (const { id, count } of places.slice(0, 8)) {
      const list = await listPractices(database.db, filters(`${query}&place=${id}`), 'en');
      expect([id, count]).toEqual([id, list.total]);
    }
  });

  it('shows of chosen places only those, and none that does not exist', async () => {
    const { places } = await map('place=kiel&place=helsingborg&place=constructor');
    expect(places.map(({ id }) => id)).toEqual(['helsingborg', 'kiel']);
  });

  it('offers the same facets as the list', async () => {
    const query = 'q=culture&country=FI';
    const list = await listPractices(database.db, filters(query), 'en');
    expect((await map(query)).facets).toEqual(list.facets);
  });

  it('says what to take back where it is empty', async () => {
    const empty = await map('country=FI&place=kiel');
    expect([empty.total, empty.places]).toEqual([0, []]);
    expect(empty.loosenings.map(({ drop }) => drop).sort()).toEqual(['country', 'place']);
  });

  it('names places as the reader does, in the order of the reader’s alphabet', async () => {
    const names = (await placesOfAllPractices(database.db, 'lv')).map(({ name }) => name);
    expect(names).toContain('Ķīle');
    expect(names).toEqual(names.toSorted(new Intl.Collator('lv').compare));
  });

  it('counts every practice at a place, and beside it no more than the list does', async () => {
    await manyInKiel();
    const { places, total, facets } = await map('challenge=loneliness&country=DE');
    const countries = facets.find(({ name }) => name === 'country')?.values ?? [];
    expect(total).toBeGreaterThanOrEqual(7500);
    expect(places.find(({ id }) => id === 'kiel')?.count).toBeGreaterThanOrEqual(7500);
    expect(countries.find(({ code }) => code === 'DE')?.count).toBeLessThanOrEqual(6501);
    const chosen = await map('challenge=loneliness&country=DE&place=kiel');
    expect(chosen.places.map(({ count }) => count)).toEqual([chosen.total]);
    expect(chosen.total).toBeGreaterThanOrEqual(7500);
  });
});
