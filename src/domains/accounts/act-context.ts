import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Log } from '#platform/log.ts';
import type { Queue } from '#platform/queue/queue.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { Actor } from './model.ts';

/** What a command is given: it imports none of these. */
export interface ActContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly queue: Queue;
  readonly log: Log;
  /** Where readers reach the site: links in mails begin with it. */
  readonly origin: string;
  readonly language: Language;
}
