import { done, type Result } from '#platform/result.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { asOwner } from './own-act.ts';
import { heldAbout } from '../store/held-about.ts';

/** What another room holds about a person, by names of its own. */
export type HeldAlongside = (db: Database, personId: number) => Promise<Record<string, unknown>>;

/** All that is held about the actor, as one JSON text (GDPR, article 15 and 20). That it was asked for is noted. */
export async function exportAccount(
  ctx: ActContext,
  alongside: HeldAlongside = () => Promise.resolve({}),
): Promise<Result<string>> {
  const owner = await asOwner(ctx, 'export');
  if (!owner.ok) return owner;
  const { id } = owner.value.person;
  const held = { ...(await heldAbout(ctx.db, id)), ...(await alongside(ctx.db, id)) };
  await ctx.db
    .transaction()
    .execute((trx) =>
      appendAudit(trx, { ...actedBy(ctx), act: 'person.export', subject: { kind: 'person', id } }),
    );
  return done(`${JSON.stringify({ exportedAt: ctx.clock.now().toISOString(), ...held }, null, 2)}\n`);
}
