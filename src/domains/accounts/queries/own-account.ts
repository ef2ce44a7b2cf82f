import { done, type Result } from '#platform/result.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { ActContext } from '../act-context.ts';
import type { Actor, HeldRole } from '../model.ts';
import { needsSecondFactor } from '../policy/own-account.ts';
import { isFreshSession } from '../rules/fresh-session.ts';
import { refusedFor } from '../commands/refusals.ts';
import {
  hasPassword,
  ownFacts,
  passkeysOf,
  sessionsOf,
  type OwnPasskey,
  type OwnSession,
} from '../store/own-account.ts';

/** What a person's own pages show. No token is in it. */
export interface OwnAccount {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly reminders: boolean;
  readonly pendingEmail: string | null;
  readonly hasPassword: boolean;
  /** Whether an authenticator app is set up; a second factor may also have been given by a passkey. */
  readonly hasApp: boolean;
  readonly secondFactor: Actor['secondFactor'];
  readonly needsSecondFactor: boolean;
  readonly roles: readonly HeldRole[];
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly (OwnSession & { readonly isThis: boolean })[];
  /** Whether what changes how somebody signs in can be done now, or only after signing in again. */
  readonly isFresh: boolean;
}

/** The actor's own account; refused for a visitor. */
export async function ownAccount({ db, actor, clock }: ActContext): Promise<Result<OwnAccount>> {
  const { person, sessionId, secondFactor } = actor;
  if (!person) return refusedFor('accounts_refused_not_allowed');
  const [facts, isPasswordSet, passkeys, sessions] = await Promise.all([
    ownFacts(db, person.id),
    hasPassword(db, person.id),
    passkeysOf(db, person.id),
    sessionsOf(db, person.id),
  ]);
  const own = sessions.find(({ id }) => id === sessionId);
  return done({
    ...facts,
    name: person.name,
    email: person.email,
    language: person.language,
    hasPassword: isPasswordSet,
    secondFactor,
    needsSecondFactor: needsSecondFactor(actor),
    roles: [...actor.roles, ...actor.rolesWaiting],
    passkeys,
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })),
    isFresh: own !== undefined && isFreshSession(own.startedAt, clock.now()),
  });
}
