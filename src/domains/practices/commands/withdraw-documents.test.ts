import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { requestDocument } from '#services/documents/index.ts';
import { loadSeed } from '../../../cli/seed.ts';
import { indexPractices } from './index-practices.ts';
import { withdrawDocumentsOfOthers } from './withdraw-documents.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
});
afterAll(() => database.close());

/** A queue whose jobs nobody does. */
const idle = { send: () => Promise.resolve(true) };

async function ask(...about: string[]): Promise<void> {
  const title = about.join(' ');
  await requestDocument(
    database.db,
    idle,
    {
      template: 'ui/documents/booklet.typ',
      language: 'en',
      title,
      fileName: 'a',
      madeFrom: '/en/a',
      about,
      data: {},
    },
    { patienceMs: 0 },
  );
}

const left = async () => {
  const rows = await database.db.selectFrom('document').select('title').orderBy('title').execute();
  return rows.map(({ title }) => title);
};

const archive = (id: number) =>
  database.db.updateTable('practice').set({ state: 'archived' }).where('id', '=', id).execute();

test('a practice that is withdrawn takes its PDF with it, and the booklets that hold it', async () => {
  for (const about of [['NP-1'], ['NP-2'], ['NP-1', 'NP-2'], ['NP-2', 'NP-3'], ['NP-12']])
    await ask(...about);
  await archive(1);
  await database.db.transaction().execute((trx) => indexPractices(trx, [1, 2]));
  expect(await left()).toEqual(['NP-12', 'NP-2', 'NP-2 NP-3']);
});

test('so does one that the seed no longer has', async () => {
  await archive(3);
  await ask('NP-99999');
  expect(await withdrawDocumentsOfOthers(database.db)).toBe(2);
  await ask('NP-12', 'NP-3');
  await database.db.deleteFrom('seed_row').where('table_name', '=', '').execute();
  await loadSeed(database.db);
  expect(await left()).toEqual(['NP-12', 'NP-2']);
});
