import { createHmac, randomUUID } from 'node:crypto';
import type { HeldRole } from '../../src/domains/accounts/index.ts';
import { sessionCookie, signInKey } from '../../src/services/sign-in/index.ts';
import { FormReader } from './form-reader.ts';
import type { RunningApp } from './running-app.ts';

/** The setting that the app must be started with for `signedInAs`. */
export const testSecret = 'a-secret-of-the-tests-and-of-no-site';

/** A person of the database in a browser with a session of their own, the second factor given. */
export async function signedInAs(
  app: RunningApp,
  name: string,
  roles: readonly HeldRole[] = [],
): Promise<FormReader & { personId: number }> {
  const { id } = await app.db
    .insertInto('person')
    .values({ email: `${randomUUID()}@town.example`, email_verified: true, name, language: 'en' })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (roles.length > 0)
    await app.db
      .insertInto('role_grant')
      .values(roles.map(({ role, scope }) => ({ person_id: id, role, scope })))
      .execute();
  const token = randomUUID();
  await app.db
    .insertInto('session')
    .values({
      person_id: id,
      token,
      expires_at: new Date(Date.now() + 3_600_000),
      second_factor_at: new Date(),
    })
    .execute();
  const signature = createHmac('sha256', signInKey(testSecret)).update(token).digest('base64');
  const reader = new FormReader(app);
  reader.cookies.set(sessionCookie, encodeURIComponent(`${token}.${signature}`));
  return Object.assign(reader, { personId: id });
}
