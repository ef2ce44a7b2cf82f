import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { inLanguage, type Language } from '#services/i18n/index.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { latestPractices } from './latest-practices.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  await database.db
    .updateTable('practice')
    .set({ published_on: '2030-01-01' })
    .where('id', '=', '7' as never)
    .execute();
});
afterAll(() => database.close());

const latest = (address: string, language: Language = 'en', limit = 50) =>
  inLanguage(language, () =>
    latestPractices(database.db, parseFilters(new URLSearchParams(address)).facets, language, limit),
  );

describe('the practices put here last', () => {
  it('stand with the latest first, whatever years they are of', async () => {
    const { practices, chosen } = await latest('');
    expect(practices).toHaveLength(48);
    expect(practices[0]).toMatchObject({ id: 7, publishedOn: '2030-01-01' });
    expect(practices[1]?.id).toBe(48);
    expect(chosen).toEqual([]);
    expect((await latest('', 'en', 3)).practices).toHaveLength(3);
  });

  it('are those under every facet that was chosen, and under any of its values', async () => {
    const { practices, chosen } = await latest('country=LV&country=DK&challenge=loneliness', 'lv');
    expect(practices.length).toBeGreaterThan(0);
    for (const { places, conceptIds } of practices) {
      expect(places.some(({ countryCode }) => ['LV', 'DK'].includes(countryCode))).toBe(true);
      expect(conceptIds).toContain('challenge:loneliness');
    }
    expect(chosen).toEqual(
      ['vientulība', 'Latvija', 'Dānija'].map(
        (name) => expect.stringMatching(new RegExp(name, 'i')) as string,
      ),
    );
    expect((await latest('place=svendborg')).practices.map(({ id }) => id)).toContain(1);
    expect((await latest('challenge=no-such')).practices).toEqual([]);
  });

  it('carry their tags in the reader’s language', async () => {
    const { practices } = await latest('challenge=loneliness', 'de');
    for (const { concepts } of practices) {
      const tag = concepts.find(({ id }) => id === 'challenge:loneliness');
      expect(tag?.label).toMatch(/einsam/i);
    }
  });
});
