import { afterAll, expect, it } from 'vitest';
import { stoppedClock } from '#platform/clock.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { purgePeople } from './purge-people.ts';

const database = await testDatabase();
const { db } = database;
afterAll(() => database.close());

it('forgets what is over for longer than its period, and nothing else', async () => {
  const { id: person } = await db
    .insertInto('person')
    .values({ name: 'A', email: 'a@town.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('country')
    .values({ code: 'LV', official_languages: ['lv'] })
    .execute();
  const place = {
    kind: 'town',
    country_code: 'LV',
    lat: 57,
    lon: 25,
    name: 'Town',
    coordinate_source: 'test',
  };
  await db
    .insertInto('place')
    .values({ id: 'town', ...place })
    .execute();
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const invitation = { role: 'mentor', language: 'en', invited_at: at('2026-01-01') };
  const invitations = {
    'accepted long ago': { accepted_at: at('2026-01-02'), expires_at: at('2026-01-15') },
    'expired long ago': { expires_at: at('2026-01-15') },
    'withdrawn lately': { withdrawn_at: at('2026-07-01'), expires_at: at('2026-01-15') },
    'still open': { expires_at: at('2026-09-01') },
  };
  for (const [name, over] of Object.entries(invitations))
    await db
      .insertInto('invitation')
      .values({
        ...invitation,
        ...over,
        email: `${name.replaceAll(' ', '-')}@town.example`,
        token_hash: name,
      })
      .execute();
  const claim = { place_id: 'town', person_id: person, organisation: 'O', job_title: 'J' };
  const claims = [
    { letter: 'refused long ago', decision: 'refused', decided_at: at('2025-07-01') },
    { letter: 'refused lately', decision: 'refused', decided_at: at('2026-07-01') },
    { letter: 'confirmed long ago', decision: 'confirmed', decided_at: at('2020-01-01') },
    { letter: 'waits', claimed_at: at('2020-01-01') },
  ];
  for (const over of claims)
    await db
      .insertInto('town_claim')
      .values({ ...claim, ...over })
      .execute();

  expect(await purgePeople(db, stoppedClock('2026-08-01T00:00:00Z'))).toBe(3);
  const left = await db.selectFrom('invitation').select('token_hash').orderBy('id').execute();
  expect(left.map(({ token_hash }) => token_hash)).toEqual(['withdrawn lately', 'still open']);
  const claimsLeft = await db.selectFrom('town_claim').select('letter').orderBy('id').execute();
  expect(claimsLeft.map(({ letter }) => letter)).toEqual(['refused lately', 'confirmed long ago', 'waits']);
});
