import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { mayCare } from '../policy.ts';
import { holdPublished, verify } from '../store/care.ts';
import { auditDraft } from './draft-audit.ts';

/** "Still true": notes today as the day of the last verification. Said twice on one day it is noted once. */
export async function confirmPractice(ctx: ActContext, { id }: { id: number }): Promise<Result<null>> {
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const practice = await holdPublished(trx, id);
    if (!practice) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
    if (!mayCare(ctx.actor, practice)) return refuse({ reasons: [{ key: 'contribute_refused_part' }] });
    const at = ctx.clock.now();
    const on = at.toISOString().slice(0, 10);
    if (practice.verifiedOn === on) return done(null);
    await verify(trx, id, on, at);
    const [before, after] = [{ verifiedOn: practice.verifiedOn }, { verifiedOn: on }];
    await auditDraft(trx, ctx, practice, { act: 'practice.confirm', id, before, after });
    return done(null);
  });
}
