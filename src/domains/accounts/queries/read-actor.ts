import type { Database } from '#platform/database/connect.ts';
import { isLanguage } from '#services/i18n/languages.ts';
import { roles, visitor, type Actor } from '../model.ts';
import { countingRoles } from '../rules/roles.ts';
import { readSession } from '../store/actor.ts';

/** Who asks, by the token of their session; a visitor where there is none. The only place that makes an actor of a session. */
export async function readActor(db: Database, token: string | null): Promise<Actor> {
  const facts = token === null ? undefined : await readSession(db, token);
  if (!facts) return visitor;
  const { id, name, email, language, sessionId, isEnrolled, isSecondFactorGiven } = facts;
  // A role that this version does not know counts for nothing.
  const held = facts.roles.filter(({ role }) => Object.hasOwn(roles, role));
  return {
    person: { id, name, email, language: isLanguage(language) ? language : 'en' },
    ...countingRoles(held, isSecondFactorGiven),
    secondFactor: isSecondFactorGiven ? 'given' : isEnrolled ? 'enrolled' : 'none',
    sessionId,
  };
}
