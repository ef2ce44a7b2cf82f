import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../database/testing.ts';
import { loadTables } from './load-tables.ts';
import type { SeedRow, SeedTable } from './seed-table.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await load();
});
afterEach(() => database.close());

const partOf = { table: 'practice', column: 'practice_id', moment: 'changed_at' } as const;
const ofPractice = { table: 'practice', column: 'practice_id' } as const;

const practice = (id: number, more: SeedRow = {}): SeedRow => ({
  id,
  slug: `pearl-${id}`,
  original_language: 'en',
  licence: 'CC BY 4.0',
  published_on: '2026-11-23',
  ...more,
});
const place = (id: string, country = 'LV'): SeedRow => ({
  ...{ id, kind: 'town', country_code: country, name: id, lat: 57, lon: 25, coordinate_source: 'test' },
});

interface World {
  countries?: SeedRow[];
  practices?: SeedRow[];
  partners?: SeedRow[];
  places?: SeedRow[];
  homes?: SeedRow[];
}

const world = ({
  countries = [{ code: 'LV', official_languages: ['lv'] }],
  practices = [practice(1), practice(2)],
  partners = [
    { practice_id: 1, position: 0, name: 'Choir' },
    { practice_id: 2, position: 0, name: 'Library' },
  ],
  places = [place('riga'), place('cesis')],
  homes = [
    { practice_id: 1, place_id: 'riga', position: 0 },
    { practice_id: 2, place_id: 'cesis', position: 0 },
  ],
}: World = {}): SeedTable[] => [
  { table: 'country', key: ['code'], rows: countries },
  {
    table: 'place',
    key: ['id'],
    parents: [{ table: 'country', column: 'country_code', by: 'code' }],
    rows: places,
  },
  { table: 'practice', key: ['id'], partOf: { ...partOf, column: 'id' }, rows: practices },
  {
    table: 'practice_partner',
    key: ['practice_id', 'position'],
    parents: [ofPractice],
    partOf,
    rows: partners,
  },
  {
    table: 'practice_place',
    key: ['practice_id', 'place_id'],
    parents: [ofPractice, { table: 'place', column: 'place_id' }],
    partOf,
    rows: homes,
  },
];

const load = (changed?: World): Promise<void> =>
  database.db.transaction().execute((trx) => loadTables(trx, world(changed)));

const only1: World = {
  practices: [practice(1)],
  partners: [{ practice_id: 1, position: 0, name: 'Choir' }],
  places: [place('riga')],
  homes: [{ practice_id: 1, place_id: 'riga', position: 0 }],
};

async function column(name: string, table: string): Promise<unknown[]> {
  const { rows } = await sql<{ value: unknown }>`
    select ${sql.ref(name)} as value from ${sql.table(table)} order by 1`.execute(database.db);
  return rows.map(({ value }) => value);
}

describe('a column that came later', () => {
  it('does not make old rows look edited, whether the seed fills it or not', async () => {
    await sql`alter table practice_partner add column city text default 'Riga'`.execute(database.db);
    await load({
      partners: [
        { practice_id: 1, position: 0, name: 'Choir', city: 'Cesis' },
        { practice_id: 2, position: 0, name: 'Library', city: 'Cesis' },
      ],
    });
    expect(await column('city', 'practice_partner')).toEqual(['Cesis', 'Cesis']);
  });

  it('protects what a person wrote into it once the seed fills it', async () => {
    const city = (value: string): World => ({
      partners: [{ practice_id: 1, position: 0, name: 'Choir', city: value }],
    });
    await sql`alter table practice_partner add column city text`.execute(database.db);
    await load(city('Cesis'));
    await sql`update practice_partner set city = 'Mine' where practice_id = 1`.execute(database.db);
    await load(city('Riga'));
    expect(await column('city', 'practice_partner')).toEqual(['Mine']);
  });
});

describe('a parent that a person removed', () => {
  it('takes no new rows, whichever of the parents it is', async () => {
    await database.db.deleteFrom('practice_place').where('place_id', '=', 'cesis').execute();
    await database.db.deleteFrom('place').where('id', '=', 'cesis').execute();
    await load({
      homes: [
        { practice_id: 1, place_id: 'riga', position: 0 },
        { practice_id: 1, place_id: 'cesis', position: 1 },
      ],
    });
    expect(await column('place_id', 'practice_place')).toEqual(['riga']);
  });
});

describe('rows that have left the seed', () => {
  it('go, with all that is part of them, and come back with the seed', async () => {
    await load(only1);
    expect(await column('id', 'practice')).toEqual([1]);
    expect(await column('name', 'practice_partner')).toEqual(['Choir']);
    expect(await column('id', 'place')).toEqual(['riga']);
    await load();
    expect(await column('id', 'practice')).toEqual([1, 2]);
    expect(await column('name', 'practice_partner')).toEqual(['Choir', 'Library']);
  });

  it('stay when a person changed them, whole', async () => {
    await sql`update practice set organiser = 'Mine', licence = 'Mine' where id = 2`.execute(database.db);
    await load(only1);
    expect(await column('id', 'practice')).toEqual([1, 2]);
    expect(await column('name', 'practice_partner')).toEqual(['Choir', 'Library']);
    expect(await column('id', 'place')).toEqual(['cesis', 'riga']);
  });

  it('stay whole when a person changed or added a part', async () => {
    await sql`insert into practice_source values (2, 0, 'https://example.org', '2026-11-23')`.execute(
      database.db,
    );
    await load(only1);
    expect(await column('id', 'practice')).toEqual([1, 2]);
    expect(await column('place_id', 'practice_place')).toEqual(['cesis', 'riga']);
  });

  it('stay while something of a person refers to them', async () => {
    await sql`insert into practice_place values (1, 'cesis', 1)`.execute(database.db);
    await load(only1);
    expect(await column('id', 'practice')).toEqual([1]);
    expect(await column('id', 'place')).toEqual(['cesis', 'riga']);
  });

  it('stay removed when a person removed them', async () => {
    await database.db.deleteFrom('practice').where('id', '=', 2).execute();
    await load(only1);
    await load();
    expect(await column('id', 'practice')).toEqual([1]);
  });

  it('hold no unique name back from a row that has it now', async () => {
    await load({
      practices: [practice(1), practice(3, { slug: 'pearl-2' })],
      partners: [],
      homes: [],
    });
    expect(await column('id', 'practice')).toEqual([1, 3]);
    expect(await column('slug', 'practice')).toEqual(['pearl-1', 'pearl-2']);
  });

  it('go also when only rows that are rewritten now referred to them', async () => {
    await load({
      countries: [{ code: 'EE', official_languages: ['et'] }],
      places: [place('riga', 'EE'), place('cesis', 'EE')],
    });
    expect(await column('code', 'country')).toEqual(['EE']);
  });
});

describe('the moment of a change', () => {
  const before = new Date('2026-01-01T00:00:00Z');

  async function moved(changed: World): Promise<number[]> {
    await database.db.updateTable('practice').set({ changed_at: before }).execute();
    await load(changed);
    const rows = await database.db
      .selectFrom('practice')
      .select('id')
      .where('changed_at', '>', before)
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  }

  const choir = { practice_id: 1, position: 0, name: 'Choir' };

  it.each<[string, World, number[]]>([
    ['nothing', {}, []],
    ['the practice itself', { practices: [practice(1), practice(2, { licence: 'CC0' })] }, [2]],
    ['a part', { partners: [choir, { practice_id: 2, position: 0, name: 'Archive' }] }, [2]],
    [
      'a part that came',
      {
        partners: [
          choir,
          { practice_id: 2, position: 0, name: 'Library' },
          { practice_id: 1, position: 1, name: 'Band' },
        ],
      },
      [1],
    ],
    ['a part that went', { partners: [choir] }, [2]],
  ])('moves with %s', async (_what, changed, ids) => {
    expect(await moved(changed)).toEqual(ids);
  });

  it('does not move when a person’s own words kept the seed out', async () => {
    await sql`update practice_partner set name = 'Mine' where practice_id = 2`.execute(database.db);
    expect(await moved({ partners: [choir, { practice_id: 2, position: 0, name: 'Archive' }] })).toEqual([]);
  });
});
