import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import { draftById } from '../store/drafts.ts';
import { slugById } from '../store/practices.ts';
import { aDraft, anEditor, aPerson, contextOf, published } from '../testing.ts';
import { eraseAccountAndDrafts, exportAccountAndWritings } from './own-writings.ts';
import { submitDraft } from './submit-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

/** Somebody in a session of this minute, in the team of Rūjiena. */
async function aWriter(): Promise<ActContext> {
  const writer = await aPerson(database.db, [{ role: 'town-editor', scope: 'rujiena' }]);
  const { id: sessionId, created_at: at } = await database.db
    .insertInto('session')
    .values({ person_id: writer.person.id, token: writer.person.email, expires_at: new Date('2030-01-01') })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow();
  return contextOf(database.db, { ...writer, sessionId }, at.toISOString());
}

it('what somebody wrote is in the export, and nobody else’s words are', async () => {
  const [writer, other] = [await aWriter(), await aWriter()];
  const draftId = await aDraft(writer, { title: 'Mans melnraksts' });
  await aDraft(other, { title: 'Cita melnraksts' });
  const exported = await exportAccountAndWritings(writer);
  if (!exported.ok) throw new Error('refused');
  expect(JSON.parse(exported.value)).toMatchObject({
    drafts: [{ number: draftId, state: 'draft' }],
    draftVersions: [{ number: 1 }, { number: 2, content: { title: 'Mans melnraksts' } }],
    draftNotes: [],
    practices: [],
    person: { email: writer.actor.person?.email },
  });
  expect(exported.value).not.toContain('Cita melnraksts');
});

it('with an account go the drafts written alone; the team’s and what was published stay', async () => {
  const [writer, editor] = [await aWriter(), contextOf(database.db, await anEditor(database.db))];
  const alone = await aDraft(writer, { title: 'Viena melnraksts' });
  const handedIn = await aDraft(writer, { title: 'Iesniegts' });
  await submitDraft(writer, { draftId: handedIn });
  const ofTeam = await aDraft(writer, { title: 'Komandas melnraksts' }, 'lv', 'rujiena');
  const practice = await published(writer, editor, await aDraft(writer, { title: 'Publicēts' }));
  expect((await eraseAccountAndDrafts(writer)).ok).toBe(true);
  for (const gone of [alone, handedIn]) expect(await draftById(database.db, gone)).toBeUndefined();
  expect((await draftById(database.db, ofTeam))?.teamPlaceId).toBe('rujiena');
  expect(await slugById(database.db, practice)).toBe('publicets');
});
