import type { AuditActor, AuditEntry } from './audit/model.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database/connect.ts';
import type { Log } from './log.ts';

/**
 * What every command is given and never imports. The actor knows its roles where the accounts room says so
 * (`ActContext<Actor>`), and `mail` is that of the mail service; the platform knows neither.
 */
export interface ActContext<Actor extends AuditActor = AuditActor, Mail = unknown> {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly log: Log;
}

/** Who acts and when, for an audit entry: `appendAudit(trx, { ...actedBy(ctx), act: 'practice.publish', … })`. */
export const actedBy = ({
  actor,
  clock,
}: Pick<ActContext, 'actor' | 'clock'>): Pick<AuditEntry, 'actor' | 'at'> => ({
  actor: { personId: actor.personId, name: actor.name, role: actor.role },
  at: clock.now(),
});
