import type { AuditEntry } from '#platform/audit/model.ts';
import { refuse, type Refusal, type Result } from '#platform/result.ts';
import type { ActContext } from '../act-context.ts';
import type { ActsAs } from '../policy.ts';

/** Who did it, as what and when, for the line of the audit log. */
export const actedAs = (
  { actor, clock }: Pick<ActContext, 'actor' | 'clock'>,
  role: ActsAs,
): Pick<AuditEntry, 'actor' | 'at'> => ({
  actor: { personId: actor.person?.id ?? null, name: actor.person?.name ?? null, role },
  at: clock.now(),
});

/** A refusal with one reason. */
export const refused = (key: string): Result<never, Refusal> => refuse({ reasons: [{ key }] });

export const notAllowed = refused('people_refused_not_allowed');
/** Also where there is something that the actor must not know of. */
export const notFound = refused('people_refused_not_found');
