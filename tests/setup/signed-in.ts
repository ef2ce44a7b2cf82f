import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../../src/platform/database/connect.ts';
import type { HeldRole } from '../../src/domains/accounts/model.ts';
import type { Language } from '../../src/services/i18n/languages.ts';
import { sessionCookie } from '../../src/services/sign-in/index.ts';
import { signInKey } from '../../src/services/sign-in/key.ts';

/** Somebody with a real session in the database. */
export interface SignedIn {
  readonly id: number;
  readonly email: string;
  /** The header that the browser sends. */
  readonly cookie: string;
}

/** Makes a person with these roles and a session as the site of this secret would, with the second factor given unless told. */
export async function signedIn(
  db: Database,
  secret: string,
  name: string,
  {
    roles = [],
    isSecondFactorGiven = true,
    language = 'en',
  }: { roles?: readonly HeldRole[]; isSecondFactorGiven?: boolean; language?: Language } = {},
): Promise<SignedIn> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@town.example`;
  const { id } = await db
    .insertInto('person')
    .values({ name, email, language, email_verified: true, two_factor_enabled: isSecondFactorGiven })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { role, scope } of roles)
    await db.insertInto('role_grant').values({ person_id: id, role, scope }).execute();
  const token = randomBytes(24).toString('base64url');
  await db
    .insertInto('session')
    .values({
      person_id: id,
      token,
      expires_at: new Date(Date.now() + 86_400_000),
      second_factor_at: isSecondFactorGiven ? new Date() : null,
    })
    .execute();
  const signature = createHmac('sha256', signInKey(secret)).update(token).digest('base64');
  return { id, email, cookie: `${sessionCookie}=${encodeURIComponent(`${token}.${signature}`)}` };
}
