import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { changeMark } from '#platform/changes/hearing.ts';
import { listenForChanges } from '#platform/changes/listen-for-changes.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { arrangeIndex, indexDocuments, readStatistics, search, type SearchDocument } from './index.ts';

const database = await testDatabase();
afterAll(() => database.close());
const { db } = database;

const total = 600;
const document = (ref: number): SearchDocument => ({
  kind: 'many',
  ref,
  facets: { country: [ref % 3 === 0 ? 'LV' : 'EE'], form: [`f${ref % 5}`] },
  titles: { en: ref % 2 === 0 ? 'A choir sings' : 'A library lends' },
  texts: [],
  concepts: [],
  // 37 has no factor in common with the total, so every quality comes once.
  quality: ((ref * 37) % total) / total,
  sortedOn: '2024-12-31',
});
await indexDocuments(
  db,
  Array.from({ length: total }, (_, ref) => document(ref)),
);
await arrangeIndex(db, { large: 100, leastFrequent: 10 });

const ask = async (more: Partial<Parameters<typeof search>[1]> = {}) =>
  search(db, {
    kind: 'many',
    text: 'choir',
    languages: ['en'],
    facets: {},
    facetNames: ['country', 'form'],
    sort: 'relevance',
    limit: 10,
    offset: 0,
    cap: 20,
    statistics: await readStatistics(db, 'many'),
    ...more,
  });

test('a large kind gets levels, each twice as large as the one above, and its frequent lexemes', async () => {
  const { levels, frequent, documents } = await readStatistics(db, 'many');
  expect(levels.map((level) => level.documents)).toEqual([50, 100, 200, 400]);
  expect(frequent.get('en:choir')).toBe(300);
  expect(documents).toBe(total);
});

test('the slice above the cap is the best in standing, with and without levels', async () => {
  const best = Array.from({ length: total }, (_, ref) => document(ref))
    .filter(({ ref }) => ref % 2 === 0)
    .sort((a, b) => b.quality - a.quality)
    .slice(0, 10)
    .map(({ ref }) => ref);
  const levelled = await ask();
  expect(levelled).toMatchObject({ total: 20, isCapped: true, refs: best });
  expect((await ask({ statistics: { levels: [], frequent: new Map(), documents: 0 } })).refs).toEqual(best);
  expect((await ask({ cap: 10_000 })).refs).toEqual(best);
});

test('of a facet that must be exact every match is counted, of the others those under the cap', async () => {
  const sums = async (facets: Record<string, string[]>) => {
    const { total: found, counts } = await ask({ facets, exactFacet: 'form' });
    const sum = (facet: string) => Object.values(counts[facet] ?? {}).reduce((a, b) => a + b, 0);
    return [found, sum('form'), sum('country')];
  };
  expect(await sums({ country: ['LV'] })).toEqual([100, 100, 21]);
  expect(await sums({ country: ['LV'], form: ['f0'] })).toEqual([20, 100, 21]);
  expect(await sums({ country: ['LV', 'EE'] })).toEqual([300, 300, 21]);
});

test('a level that holds too little is followed by everything', async () => {
  const found = await ask({ facets: { country: ['LV'], form: ['f0'] }, cap: 5000 });
  expect(found).toMatchObject({ total: 20, isCapped: false });
});

test('a document that comes later is found in its level', async () => {
  await indexDocuments(db, [{ ...document(total), quality: 1, titles: { en: 'Choir' } }]);
  expect((await ask()).refs[0]).toBe(total);
});

test('the order by date is taken from all matches', async () => {
  await indexDocuments(db, [
    { ...document(total + 2), quality: 0, titles: { en: 'Choir' }, sortedOn: '2026-12-31' },
  ]);
  expect((await ask({ sort: 'newest' })).refs[0]).toBe(total + 2);
  expect((await ask()).refs).not.toContain(total + 2);
});

test('a frequent facet that stands far from where the dates begin is found by date all the same', async () => {
  const years = Array.from({ length: 300 }, (_, ref) => ({
    ...document(ref),
    kind: 'years',
    facets: { country: [ref < 200 ? 'LV' : 'EE'] },
    sortedOn: new Date(Date.UTC(2020, 0, ref)).toISOString().slice(0, 10),
  }));
  await indexDocuments(db, years);
  await arrangeIndex(db, { large: 100, leastFrequent: 10 });
  const asked = { kind: 'years', text: '', statistics: await readStatistics(db, 'years') };
  const { refs: newest } = await ask({ ...asked, facets: { country: ['LV'] }, sort: 'newest', offset: 5 });
  expect(newest).toEqual([194, 193, 192, 191, 190, 189, 188, 187, 186, 185]);
  const { refs: oldest } = await ask({ ...asked, facets: { country: ['LV'] }, sort: 'oldest', limit: 3 });
  expect(oldest).toEqual([0, 1, 2]);
});

test('counts of everything are stored, and stay true through changes', async () => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from search_document where kind = 'many'`.execute(db);
  const all = await ask({ text: '' });
  expect(all.total).toBe(rows[0]?.n);
  await sql`delete from search_document where kind = 'many' and ref < 30`.execute(db);
  const fewer = await ask({ text: '' });
  expect(fewer.total).toBe(all.total - 30);
  expect(fewer.counts['country']?.['LV']).toBe((all.counts['country']?.['LV'] ?? 0) - 10);
});

const arrange = () => arrangeIndex(db, { large: 100, leastFrequent: 10 });

/** What belongs to the table of documents, as PostgreSQL's catalogue describes it. */
async function belongings(): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select json_agg(pg_get_triggerdef(oid) order by tgname) from pg_trigger where tgrelid = t.oid and not tgisinternal) as triggers,
      (select json_agg(indexdef order by indexname) from pg_indexes where tablename = 'search_document') as indexes,
      (select json_agg(json_build_array(conname, pg_get_constraintdef(oid)) order by conname)
        from pg_constraint where conrelid = t.oid) as constraints,
      (select json_agg(json_build_array(attname, format_type(atttypid, atttypmod), attnotnull, attgenerated, attstorage,
          pg_get_expr(d.adbin, d.adrelid), col_description(attrelid, attnum)) order by attnum)
        from pg_attribute left join pg_attrdef as d on d.adrelid = attrelid and d.adnum = attnum
        where attrelid = t.oid and attnum > 0 and not attisdropped) as columns
    from (select 'search_document'::regclass as oid) as t`.execute(db);
  return rows[0] ?? {};
}

test('whatever belongs to the table of documents goes along, and so does what columns hold', async () => {
  await sql`
    alter table search_document add column later text default 'x' check (later <> ''), add column doubled real generated always as (standing * 2) stored`.execute(
    db,
  );
  await sql`comment on column search_document.later is 'Added later'`.execute(db);
  await sql`create index search_document_later on search_document (lower(later)) where later is not null`.execute(
    db,
  );
  await sql`alter table search_document add constraint search_document_once unique (ref, kind)`.execute(db);
  await sql`create trigger later before update on search_document for each row execute function suppress_redundant_updates_trigger()`.execute(
    db,
  );
  await sql`update search_document set later = 'kept ' || ref`.execute(db);
  const before = await belongings();
  expect(before['triggers']).toHaveLength(6);
  await arrange();
  expect(await belongings()).toEqual(before);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from search_document where later = 'kept ' || ref and doubled = standing * 2`.execute(
    db,
  );
  expect(rows[0]?.n).toBeGreaterThan(total);
});

test('readers read on while frequencies are counted, and the planner knows the new table', async () => {
  await sql`delete from search_frequent`.execute(db);
  // A row that is not yet committed: arranging waits for it where it writes what it counted.
  const holder = await db.startTransaction().execute();
  await sql`insert into search_frequent (kind, lexeme, documents) values ('many', 'en:choir', 0)`.execute(
    holder,
  );
  const isWaiting = async () =>
    (
      await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      )
    ).rows.length > 0;
  const arranging = arrange();
  await vi.waitUntil(isWaiting, { timeout: 10_000 });
  const reading = db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = '2s'`.execute(trx);
    return (await sql`select from search_document limit 1`.execute(trx)).rows.length;
  });
  const read = await reading.catch((error: unknown) => error);
  await holder.rollback().execute();
  await arranging;
  expect(read).toBe(1);
  const { rows } = await sql<{ n: number }>`
    select reltuples::int as n from pg_class where oid = 'search_document'::regclass`.execute(db);
  expect(rows[0]?.n).toBeGreaterThan(total);
});

test('a document indexed is announced, also after arranging, and once however many there are', async () => {
  const listening = listenForChanges(database.url);
  try {
    await vi.waitUntil(() => changeMark() !== null, { timeout: 5000 });
    await arrange();
    await vi.waitUntil(() => changeMark('search') !== null && !changeMark('search')?.endsWith(' 0'), {
      timeout: 5000,
    });
    const [before, statistics] = [changeMark('index'), changeMark('search')];
    const count = Number(changeMark()?.split(' ')[1]);
    await indexDocuments(db, [document(1), document(2), document(3)]);
    await vi.waitUntil(() => changeMark('index') !== before, { timeout: 2000 });
    expect(Number(changeMark()?.split(' ')[1])).toBe(count + 1);
    expect(changeMark('search')).toBe(statistics);
  } finally {
    await listening.stop();
  }
});
