import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { keepPicture } from './keep-picture.ts';
import type { DevelopedPicture } from './model.ts';
import { purgePictures } from './purge-pictures.ts';
import { pictureFile, picturesKept } from './read-picture.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());

const picture = (digit: string): DevelopedPicture => ({
  digest: digit.repeat(64),
  width: 700,
  height: 500,
  files: [
    { name: '480.webp', width: 480, height: 343, content: Buffer.from(`small ${digit}`) },
    { name: '700.jpg', width: 700, height: 500, content: Buffer.from(`large ${digit}`) },
  ],
});
const keep = (digit: string, at: string) =>
  database.db.transaction().execute((trx) => keepPicture(trx, picture(digit), new Date(at)));
const purge = (at: string, inUse: string[] = []) =>
  database.db
    .transaction()
    .execute((trx) =>
      purgePictures(trx, sql`select unnest(${inUse.map((digit) => digit.repeat(64))}::text[])`, new Date(at)),
    );
const kept = async () =>
  [
    ...(
      await picturesKept(
        database.db,
        ['a', 'b', 'c'].map((d) => d.repeat(64)),
      )
    ).keys(),
  ]
    .map((d) => d[0])
    .toSorted();

describe('a kept picture', () => {
  it('is one, however often it comes, and its files are read by their names alone', async () => {
    await keep('a', '2026-01-01T00:00:00Z');
    await keep('a', '2026-01-02T00:00:00Z');
    expect(await picturesKept(database.db, ['a'.repeat(64), 'f'.repeat(64)])).toEqual(
      new Map([['a'.repeat(64), { digest: 'a'.repeat(64), width: 700, height: 500 }]]),
    );
    const file = await pictureFile(database.db, 'a'.repeat(64), '700.jpg');
    expect([file?.mediaType, Buffer.from(file?.content ?? []).toString()]).toEqual(['image/jpeg', 'large a']);
    for (const name of ['700.html', '700.webp', '../480.webp', '480.webp/', '0480.webp', '', '480.svg'])
      expect([name, await pictureFile(database.db, 'a'.repeat(64), name)]).toEqual([name, undefined]);
    expect(await pictureFile(database.db, "a' or ''='", '700.jpg')).toBeUndefined();
  });

  it('goes thirty days after nothing needed it any more, and not a day earlier', async () => {
    await keep('b', '2026-01-01T00:00:00Z');
    await keep('c', '2026-01-01T00:00:00Z');
    await keep('a', '2026-01-20T00:00:00Z');
    expect(await purge('2026-01-30T00:00:00Z', ['c'])).toBe(0);
    expect(await purge('2026-02-01T00:00:00Z', ['c'])).toBe(1);
    expect(await kept()).toEqual(['a', 'c']);
    // Needed until the first of February: from then on it has its thirty days.
    expect(await purge('2026-02-25T00:00:00Z')).toBe(1);
    expect(await kept()).toEqual(['c']);
    expect(await purge('2026-03-04T00:00:01Z')).toBe(1);
    expect(await kept()).toEqual([]);
    const files = await database.db.selectFrom('picture_file').select('name').execute();
    expect(files).toEqual([]);
  });
});
