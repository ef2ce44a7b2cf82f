import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { readPractice, readPractices, type PracticePage } from './practice-page.ts';
import { newestPractices } from './newest-practices.ts';
import { practiceCover } from './practice-cover.ts';
import { slugById } from './addresses.ts';
import { countByPlace } from './practices-at-places.ts';
import { practicesOfSitemapPart } from './sitemap.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

const slug = 'cultural-spaces-svendborg';
async function page(language: 'en' | 'lv'): Promise<PracticePage> {
  const answer = await readPractice(database.db, slug, language);
  if (answer.found !== 'practice') throw new Error(answer.found);
  return answer.page;
}

describe('a practice', () => {
  it('is given in the reader’s language as far as there is a text in it', async () => {
    const latvian = await page('lv');
    expect(latvian.head).toMatchObject({ language: 'lv', state: 'machine' });
    expect(latvian.body).toMatchObject({ language: 'en', state: 'original' });
    expect(latvian.places[0]).toMatchObject({ name: 'Svendborg', countryCode: 'DK' });
    expect((await page('en')).head).toMatchObject({ language: 'en', state: 'original' });
  });

  it('comes with others that share its challenges, and with what they share', async () => {
    const { related } = await page('en');
    expect(related).toHaveLength(3);
    for (const { card, shared } of related) {
      expect(card.slug).not.toBe(slug);
      expect(shared.length).toBeGreaterThan(0);
      for (const concept of shared) expect(card.conceptIds).toContain(concept.id);
    }
  });

  it('keeps its sources and its identifier', async () => {
    const { sources, identifier, id } = await page('en');
    expect(identifier).toBe(`NP-${id}`);
    expect(await slugById(database.db, id)).toBe(slug);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('has a cover drawn from what it serves', async () => {
    const { cover, related } = await page('en');
    expect(cover.seed).toBe('NP-1');
    expect(cover.dimensions.length).toBeGreaterThan(0);
    expect(await practiceCover(database.db, 1)).toEqual(cover);
    for (const { card } of related) expect(await practiceCover(database.db, card.id)).toEqual(card.cover);
  });
});

describe('several practices', () => {
  it('are each what its page is, in the order asked for', async () => {
    const { related: _related, ...first } = await page('lv');
    const several = await readPractices(database.db, [7, first.id, 7, 999_999], 'lv');
    expect(several.map(({ id }) => id)).toEqual([7, first.id]);
    expect(several[1]).toEqual(first);
  });
});

describe('an address', () => {
  it('that a practice had before leads to where it is now', async () => {
    const { id } = await page('en');
    await database.db
      .insertInto('practice_former_slug')
      .values({ slug: 'old-title', practice_id: id })
      .execute();
    expect(await readPractice(database.db, 'old-title', 'en')).toEqual({ found: 'moved', slug });
  });

  it('that never was is said to be nothing', async () => {
    expect(await readPractice(database.db, 'no-such-practice', 'en')).toEqual({ found: 'nothing' });
  });

  it('of an archived practice is said to be withdrawn, and it is listed nowhere', async () => {
    await database.db.updateTable('practice').set({ state: 'archived' }).where('id', '=', 48).execute();
    const archived = await database.db
      .selectFrom('practice')
      .select('slug')
      .where('id', '=', 48)
      .executeTakeFirstOrThrow();
    expect(await readPractice(database.db, archived.slug, 'en')).toEqual({ found: 'archived' });
    expect((await practicesOfSitemapPart(database.db, 1)).map((entry) => entry.slug)).not.toContain(
      archived.slug,
    );
    expect((await newestPractices(database.db, 'en', 100)).map(({ id }) => id)).not.toContain(48);
    expect(await practiceCover(database.db, 48)).toBeUndefined();
    expect(await readPractices(database.db, [48], 'en')).toEqual([]);
    expect((await countByPlace(database.db)).has('fengersfors')).toBe(false);
  });
});
