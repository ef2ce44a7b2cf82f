import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import {
  countByPlace,
  dimensionsAt,
  placeCover,
  practicesAt,
  shrinkingPlaces,
  shrinkingSources,
} from './practices-at-places.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

describe('the practices of places', () => {
  it('are counted and shown by place, the latest years first, at most so many a place', async () => {
    const { db } = database;
    const counts = await countByPlace(db);
    expect([counts.get('helsingborg'), counts.get('vormsi')]).toEqual([4, undefined]);
    const all = await practicesAt(db, ['helsingborg', 'cesis', 'vormsi'], 'sv', 10);
    expect([...all.keys()].toSorted()).toEqual(['cesis', 'helsingborg']);
    const years = all.get('helsingborg')?.map(({ yearEnd, yearStart }) => yearEnd ?? yearStart ?? 0) ?? [];
    expect(years).toHaveLength(4);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const few = await practicesAt(db, ['helsingborg', 'cesis'], 'sv', 1);
    expect(few.get('helsingborg')).toEqual(all.get('helsingborg')?.slice(0, 1));
    expect(few.get('cesis')).toHaveLength(1);
    expect((await practicesAt(db, [], 'sv', 10)).size).toBe(0);
  });

  it('say that a town shrinks only where they lie in that town alone', async () => {
    const shrinking = await shrinkingPlaces(database.db);
    expect([...shrinking].toSorted()).toEqual(['cesis', 'gullspang', 'papile', 'rujiena', 'wittenberge']);
    const sources = async (most: number) => {
      const { practices, hasMore } = await shrinkingSources(database.db, 'rujiena', 'lv', most);
      return [practices.length, hasMore];
    };
    expect([await sources(3), await sources(2), await sources(1)]).toEqual([
      [2, false],
      [2, false],
      [1, true],
    ]);
    expect(await shrinkingSources(database.db, 'helsingborg', 'lv', 3)).toEqual({
      practices: [],
      hasMore: false,
    });
  });

  it('tell which dimensions are served there, in the vocabulary’s order, and are drawn so', async () => {
    const { db } = database;
    const dimensions = await dimensionsAt(db, 'rujiena', 'lv');
    expect(dimensions[0]).toMatchObject({ code: 'belonging', count: 3 });
    const cover = await placeCover(db, 'rujiena');
    expect(cover.seed).toBe('town-rujiena');
    expect(cover.dimensions.toSorted()).toEqual(dimensions.map(({ code }) => code).toSorted());
    expect(await dimensionsAt(db, 'vormsi', 'lv')).toEqual([]);
  });

  it('are gone with them when they are withdrawn', async () => {
    const { db } = database;
    const { practices } = await shrinkingSources(db, 'gullspang', 'en', 1);
    const id = practices[0]?.id ?? 0;
    await db.updateTable('practice').set({ state: 'archived' }).where('id', '=', id).execute();
    expect((await shrinkingPlaces(db)).has('gullspang')).toBe(false);
    expect((await countByPlace(db)).has('gullspang')).toBe(false);
    expect((await practicesAt(db, ['gullspang'], 'en', 5)).size).toBe(0);
    expect((await placeCover(db, 'gullspang')).dimensions).toEqual([]);
  });
});
