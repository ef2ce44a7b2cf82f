import type { ActContext } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { roleIn, type PracticeFacts } from '../policy.ts';

type Noted = { act: `draft.${string}` | `practice.${string}`; id: number; before?: unknown; after?: unknown };

/** Notes an act on a draft or a practice, last in its transaction. */
export async function auditDraft(
  trx: Database,
  ctx: Pick<ActContext, 'actor' | 'clock'>,
  facts: PracticeFacts,
  { act, id, before, after }: Noted,
): Promise<void> {
  const { person } = ctx.actor;
  await appendAudit(trx, {
    act,
    subject: { kind: act.startsWith('draft.') ? 'practice-draft' : 'practice', id },
    actor: { personId: person?.id ?? null, name: person?.name ?? null, role: roleIn(ctx.actor, facts) },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    at: ctx.clock.now(),
  });
}
