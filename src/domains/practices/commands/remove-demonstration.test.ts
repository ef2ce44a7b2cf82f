import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import {
  makeDemonstration,
  readDemonstration,
  visitor,
  type Actor,
  type PersonId,
} from '#domains/accounts/index.ts';
import { listInventedTowns, listTowns, placesNamed, readTeamTown, readTown } from '#domains/places/index.ts';
import { systemClock } from '#platform/clock.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { silentLog } from '#platform/log.ts';
import { languages } from '#services/i18n/index.ts';
import { createSignIn } from '#services/sign-in/index.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { listPractices } from '../queries/list-practices.ts';
import { teamsOf } from '../queries/draft-lists.ts';
import { aDraft, anEditor, aPerson, contextOf, published } from '../testing.ts';
import { removeDemonstration } from './remove-demonstration.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

const make = () =>
  makeDemonstration(
    database.db,
    createSignIn({
      db: database.db,
      key: 'a key of the tests that no site has',
      origin: 'http://localhost',
      clock: systemClock,
      log: silentLog,
    }),
  );
const forgetAll = async (): Promise<void> => {
  const { db } = database;
  await db.deleteFrom('role_grant').execute();
  await db.deleteFrom('practice_draft').execute();
  await db.deleteFrom('practice').where('owner_id', 'is not', null).execute();
  await db.deleteFrom('person').execute();
  await db.deleteFrom('place').where('is_invented', '=', true).execute();
};
beforeEach(forgetAll);

/** The account that was made for this role, as an actor. */
async function actorAs(as: string): Promise<Actor> {
  const person = await database.db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('email', '=', `${as}@pearl.example`)
    .executeTakeFirstOrThrow();
  const roles = await database.db
    .selectFrom('role_grant')
    .select(['role', 'scope'])
    .where('person_id', '=', person.id)
    .execute();
  return {
    ...visitor,
    person: { ...person, id: person.id as PersonId, language: 'en' },
    roles: roles as Actor['roles'],
  };
}

it('the demonstration has an account of every role, in towns that say in every language that they are invented', async () => {
  const accounts = await make();
  const held = new Set(
    (await database.db.selectFrom('role_grant').select('role').execute()).map(({ role }) => role),
  );
  expect(held.size).toBe(12);
  expect(accounts.every(({ email }) => email.endsWith('@pearl.example'))).toBe(true);
  expect(accounts.find(({ role }) => role === 'secretariat')?.totp).toMatch(/^[A-Z2-7]{16,}$/);
  for (const language of languages) {
    const names = (await listInventedTowns(database.db, language)).map(({ displayName }) => displayName);
    expect(names).toHaveLength(2);
    for (const name of names)
      expect(name).toMatch(
        /\((invented|izdomāta|išgalvotas|väljamõeldud|keksitty|påhittad|opdigtet|erfunden|fikcyjne)\)$/,
      );
  }
  // Started again it makes nothing more, and says the same.
  expect(await make()).toEqual(accounts);
}, 60_000);

it('an invented town is a place for its team, and for no reader', async () => {
  await make();
  const { towns } = await readDemonstration(database.db);
  const everywhere = await listTowns(database.db, 'en');
  const shown = [...everywhere.countries.flatMap(({ towns: all }) => all), ...everywhere.areas];
  expect(shown.filter(({ id }) => towns.includes(id))).toEqual([]);
  for (const id of towns) {
    expect(await readTown(database.db, id, 'en')).toBeUndefined();
    expect((await readTeamTown(database.db, id, 'en'))?.id).toBe(id);
  }
  const typed = 'Demo town A (invented)';
  expect((await placesNamed(database.db, [typed])).get(typed)).toEqual([]);
  expect(await teamsOf(database.db, await actorAs('town-editor'), 'de')).toEqual([
    { id: towns[0], name: 'Musterstadt A (erfunden)' },
  ]);
  expect(await teamsOf(database.db, await actorAs('town-viewer'), 'de')).toEqual([]);
}, 60_000);

it('removed for good are accounts, sessions, towns, drafts and what was published; what others made stays', async () => {
  const { db } = database;
  await make();
  const { towns, people } = await readDemonstration(db);
  const town = towns[0] ?? '';
  const [officer, editor] = [await actorAs('town-editor'), await anEditor(db)];
  const colleague = await aPerson(db, [{ role: 'town-editor', scope: town }]);
  await db
    .insertInto('role_grant')
    .values({ person_id: colleague.person.id, role: 'town-editor', scope: town })
    .execute();
  const [asOfficer, asEditor, asColleague] = [officer, editor, colleague].map((actor) =>
    contextOf(db, actor),
  ) as [ReturnType<typeof contextOf>, ReturnType<typeof contextOf>, ReturnType<typeof contextOf>];
  await aDraft(asOfficer, { title: 'Izdomāts melnraksts' }, 'lv', town);
  const gone = await published(
    asOfficer,
    asEditor,
    await aDraft(asOfficer, { title: 'Izdomāta prakse' }, 'lv', town),
  );
  const kept = await aDraft(asColleague, { title: 'Īsts melnraksts' }, 'lv', town);
  const keptPractice = await published(
    asColleague,
    asEditor,
    await aDraft(asColleague, { title: 'Īsta prakse' }, 'lv', town),
  );
  await db
    .insertInto('session')
    .values({ person_id: officer.person?.id ?? 0, token: 't', expires_at: new Date(Date.now() + 9e6) })
    .execute();
  await db
    .insertInto('invitation')
    .values({
      email: 'a@town.example',
      role: 'town-viewer',
      scope: town,
      language: 'en',
      token_hash: 'hash',
      expires_at: new Date(Date.now() + 9e6),
    })
    .execute();

  expect(await removeDemonstration(db, systemClock)).toBe(people.length);
  const titles = async (q: string) =>
    (await listPractices(db, parseFilters(new URLSearchParams({ q })), 'lv')).practices.map(({ id }) => id);
  expect(await titles('Izdomāta')).not.toContain(gone);
  expect(await titles('Īsta prakse')).toContain(keptPractice);
  const drafts = await db
    .selectFrom('practice_draft')
    .select(['id', 'team_place_id as team'])
    .where('state', '=', 'draft')
    .execute();
  expect(drafts).toEqual([{ id: kept, team: null }]);
  expect(await db.selectFrom('practice').select('id').where('id', '=', gone).execute()).toEqual([]);
  expect(await db.selectFrom('place').select('id').where('is_invented', '=', true).execute()).toEqual([]);
  for (const table of ['session', 'invitation'] as const)
    expect([table, await db.selectFrom(table).select('id').execute()]).toEqual([table, []]);
  const left = await db
    .selectFrom('person')
    .select(['name', 'email', 'erased_at'])
    .where('is_demonstration', '=', true)
    .execute();
  expect(
    left.every(({ name, email, erased_at }) => name === '' && email.endsWith('@erased.invalid') && erased_at),
  ).toBe(true);
  const roles = await db
    .selectFrom('role_grant')
    .select('id')
    .where('scope', 'in', [...towns])
    .execute();
  expect(roles).toEqual([]);
  expect((await verifyAudit(db)).ok).toBe(true);
  const { name } = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', colleague.person.id)
    .executeTakeFirstOrThrow();
  expect(name).toBe(colleague.person.name);
  // The next start makes none again.
  expect(await make()).toEqual([]);
  expect(await removeDemonstration(db, systemClock)).toBe(0);
}, 60_000);

it('a demonstration from before it had towns is given them, with their teams', async () => {
  const { db } = database;
  await make();
  const ofTowns = (
    await db.selectFrom('role_grant').select('person_id').where('role', 'like', 'town-%').execute()
  ).map(({ person_id }) => person_id);
  await db.deleteFrom('person').where('id', 'in', ofTowns).execute();
  await db.deleteFrom('place').where('is_invented', '=', true).execute();
  const accounts = await make();
  expect(accounts.map(({ role }) => role)).toContain('town-owner');
  expect((await readDemonstration(db)).towns).toHaveLength(2);
}, 60_000);
