import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { anEditor, aDraft, aPerson, contextOf, published, wholeContent } from '../testing.ts';
import { similarPractices } from './similar-practices.ts';

let database: TestDatabase;
let practiceId: number;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await loadSeed(db);
  const [writer, editor] = [contextOf(db, await aPerson(db)), contextOf(db, await anEditor(db))];
  const english = {
    title: 'Young people sing against loneliness in the library',
    teaser: 'A choir of young volunteers meets older people in the library every week.',
  };
  practiceId = await published(writer, editor, await aDraft(writer, english, 'en'));
}, 90_000);
afterAll(() => database.close());

const near = async (
  title: string,
  teaser: string,
  language: 'en' | 'de',
  placeIds: string[],
  own: number | null = null,
) =>
  (
    await similarPractices(
      database.db,
      { language, practiceId: own },
      { ...wholeContent, title, teaser },
      placeIds,
      'en',
    )
  ).map(({ id }) => id);

it('finds one of the same place with near words, in other forms of them', async () => {
  const words = [
    'Library choirs: youth singing with the lonely',
    'Volunteering young people in a library choir',
  ] as const;
  expect(await near(...words, 'en', ['rujiena'])).toContain(practiceId);
  expect(await near(...words, 'en', ['jakobstad'])).not.toContain(practiceId);
});

it('finds it across languages, through what the words speak of', async () => {
  const words = [
    'Jugendliche singen gegen Einsamkeit',
    'Ein Chor junger Freiwilliger in der Bibliothek',
  ] as const;
  expect(await near(...words, 'de', ['rujiena'])).toContain(practiceId);
});

it('does not find what is only of the same place, nor the practice itself', async () => {
  expect(
    await near('Painted bridges', 'Painters colour the bridges in summer', 'en', ['rujiena']),
  ).not.toContain(practiceId);
  const own = 'Young people sing against loneliness in the library';
  expect(await near(own, own, 'en', ['rujiena'], practiceId)).not.toContain(practiceId);
});
