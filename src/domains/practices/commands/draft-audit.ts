import type { ActContext, PersonId } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { roleIn, type PracticeFacts } from '../policy.ts';

type Noted = {
  act: `draft.${string}` | `practice.${string}`;
  id: number;
  before?: unknown;
  after?: unknown;
  /** Whose words are in before or after, where somebody's own are. */
  about?: readonly PersonId[];
};

/** The actor and the owner: in whose words a note or a reason about a draft may be. */
export const personsOf = (
  { actor }: Pick<ActContext, 'actor'>,
  { ownerId }: Pick<PracticeFacts, 'ownerId'>,
): PersonId[] => [actor.person?.id, ownerId].filter((id): id is PersonId => typeof id === 'number');

/** Notes an act on a draft or a practice, last in its transaction. */
export async function auditDraft(
  trx: Database,
  ctx: Pick<ActContext, 'actor' | 'clock'>,
  facts: PracticeFacts,
  { act, id, before, after, about }: Noted,
): Promise<void> {
  const { person } = ctx.actor;
  await appendAudit(trx, {
    act,
    subject: { kind: act.startsWith('draft.') ? 'practice-draft' : 'practice', id },
    actor: { personId: person?.id ?? null, name: person?.name ?? null, role: roleIn(ctx.actor, facts) },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(about !== undefined && { about }),
    at: ctx.clock.now(),
  });
}
