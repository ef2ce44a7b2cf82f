import type { AuditActor, AuditEntry } from '#platform/audit/model.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import type { Queue } from '#platform/queue/queue.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { SignIn, Visit } from '#services/sign-in/index.ts';
import type { Actor } from './model.ts';

/** What every command is given and never imports. */
export interface ActContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly log: Log;
  /** Of the settings: links in mails are made of it, never of what a request says. */
  readonly origin: string;
  /** The line that says what this site is, in mails: absent: the built-in one; empty: none. */
  readonly notice?: string | undefined;
  /** Of the page that the act came from. */
  readonly language: Language;
}

/** As `ActContext`, for acts that sign in or touch how somebody signs in. */
export interface SignInContext extends ActContext {
  readonly signIn: SignIn;
  readonly visit: Visit;
}

/** Who acts and when, for an audit entry; `role` is what they act as: of their roles the one that allows the act. */
export function actedBy(
  { actor, clock }: Pick<ActContext, 'actor' | 'clock'>,
  role: string = actor.person ? 'person' : 'visitor',
): Pick<AuditEntry, 'actor' | 'at'> {
  const by: AuditActor = { personId: actor.person?.id ?? null, name: actor.person?.name ?? null, role };
  return { actor: by, at: clock.now() };
}
