import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { visitor } from '#domains/accounts/index.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { anEditor, aPerson } from '../testing.ts';
import { readTranslation } from './read-translation.ts';
import { listTranslations, translationLanguages, translatesSomething } from './translation-list.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  const { db } = database;
  const text = (practiceId: number) =>
    db.updateTable('practice_text').where('practice_id', '=', practiceId).where('language', '=', 'lv');
  await text(1).set({ state: 'stale', stale_since: '2026-03-01T00:00:00Z' }).execute();
  await text(2).set({ state: 'stale', stale_since: '2026-02-01T00:00:00Z' }).execute();
  await text(3).set({ state: 'reviewed' }).execute();
  await db
    .deleteFrom('practice_text')
    .where('practice_id', 'in', [4, 5])
    .where('language', '=', 'lv')
    .execute();
  await db.updateTable('practice').set({ state: 'archived' }).where('id', '=', 6).execute();
}, 90_000);
afterAll(() => database.close());

const translator = () => aPerson(database.db, [{ role: 'translator', scope: 'lv' }]);
const ask = { language: 'lv', state: null, page: 1 } as const;

describe('a translator’s list', () => {
  it('begins with what is stale longest, then what is missing; each published practice stands in it once', async () => {
    const actor = await translator();
    const first = await listTranslations(database.db, actor, ask);
    expect(first?.entries.slice(0, 4).map(({ id, state }) => [id, state])).toEqual([
      [2, 'stale'],
      [1, 'stale'],
      [5, 'missing'],
      [4, 'missing'],
    ]);
    expect(first?.isAll).toBe(true);
    const ids: number[] = [];
    for (let page = 1; page <= (first?.pageCount ?? 0); page++)
      ids.push(
        ...((await listTranslations(database.db, actor, { ...ask, page }))?.entries ?? []).map(
          ({ id }) => id,
        ),
      );
    const translatable = await database.db
      .selectFrom('practice')
      .select('id')
      .where('state', '=', 'published')
      .where('original_language', '!=', 'lv')
      .execute();
    expect(ids.toSorted((a, b) => a - b)).toEqual(translatable.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(ids.at(-1)).toBe(3);
  });

  it('of one state holds that state, and counts what each would', async () => {
    const list = await listTranslations(database.db, await translator(), { ...ask, state: 'missing' });
    expect(list?.entries.map(({ id }) => id)).toEqual([5, 4]);
    expect(list?.counts).toMatchObject({ stale: 2, missing: 2, reviewed: 1 });
  });

  it('says of a stale text which fields of the original changed, where that is known', async () => {
    const { db } = database;
    const original = await db
      .selectFrom('practice_text')
      .select('title')
      .where('practice_id', '=', 1)
      .where('state', '=', 'original')
      .executeTakeFirstOrThrow();
    const actor = await translator();
    const staleOf = async (id: number) =>
      (await listTranslations(db, actor, { ...ask, state: 'stale' }))?.entries.find(
        (entry) => entry.id === id,
      );
    expect((await staleOf(1))?.changed).toBeNull();
    const view = await readTranslation(db, actor, { practiceId: 1, language: 'lv' });
    const basis = JSON.stringify({ ...view?.original, title: `${original.title} before` });
    await db.insertInto('practice_translation').values({ practice_id: 1, language: 'lv', basis }).execute();
    expect((await staleOf(1))?.changed).toEqual(['title']);
  });
});

describe('whose practices', () => {
  it('an owner, and a town’s team, see their own, in every language; a visitor none', async () => {
    const { db } = database;
    const owner = await aPerson(db);
    expect(await translatesSomething(db, owner)).toBe(false);
    await db.updateTable('practice').set({ owner_id: owner.person.id }).where('id', '=', 7).execute();
    await db.updateTable('practice').set({ team_place_id: 'rujiena' }).where('id', '=', 8).execute();
    const team = await aPerson(db, [{ role: 'town-editor', scope: 'rujiena' }]);
    const other = await aPerson(db, [{ role: 'town-editor', scope: 'valka' }]);
    const ids = async (actor: typeof owner) => {
      const list = await listTranslations(db, actor, { ...ask, language: 'pl' });
      expect(list?.isAll).toBe(false);
      return list?.entries.map(({ id }) => id);
    };
    expect(await ids(owner)).toEqual([7]);
    expect(await ids(team)).toEqual([8]);
    expect(await ids(other)).toEqual([]);
    expect(await translatesSomething(db, owner)).toBe(true);
    expect(await listTranslations(db, visitor, ask)).toBeUndefined();
  });

  it('a translator is offered the own language, an editor all nine', async () => {
    const { db } = database;
    expect(await translationLanguages(db, await translator())).toEqual(['lv']);
    expect(await translationLanguages(db, await anEditor(db))).toHaveLength(9);
    expect(await translationLanguages(db, visitor)).toEqual([]);
    const both = await aPerson(db, [
      { role: 'translator', scope: 'fi' },
      { role: 'town-owner', scope: 'rujiena' },
    ]);
    expect((await translationLanguages(db, both))[0]).toBe('fi');
    expect(await translationLanguages(db, both)).toHaveLength(9);
  });
});
