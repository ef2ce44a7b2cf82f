import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { HeldRole, PersonId } from '../model.ts';

/** A session with its person and all roles they hold, whether these count or wait. */
export interface SessionFacts {
  readonly sessionId: number;
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isEnrolled: boolean;
  readonly isSecondFactorGiven: boolean;
  readonly roles: readonly HeldRole[];
}

/** The session of this token while it lasts, in one statement: it runs for every page of a person who is signed in. */
export async function readSession(db: Database, token: string): Promise<SessionFacts | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id as sessionId',
      sql<PersonId>`person.id`.as('id'),
      'person.name',
      'person.email',
      sql<Language>`person.language`.as('language'),
      'person.two_factor_enabled as isEnrolled',
      sql<boolean>`session.second_factor_at is not null`.as('isSecondFactorGiven'),
      sql<HeldRole[]>`coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope) order by g.id)
        from role_grant g where g.person_id = person.id and g.revoked_at is null), '[]')`.as('roles'),
    ])
    .where('session.token', '=', token)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst();
}
