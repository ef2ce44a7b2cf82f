import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import type { Draft, DraftContent } from '../model.ts';
import { may } from '../policy.ts';
import { stateAfter, type DraftAct } from '../rules/workflow.ts';
import { holdDraft, moveDraft, type DraftChange } from '../store/drafts.ts';
import { auditDraft, personsOf } from './draft-audit.ts';
import { tellOwner, type DraftNews } from './draft-letters.ts';
import { checkedVersion } from './save-draft.ts';

type Moving = {
  draftId: number;
  act: DraftAct;
  news: DraftNews;
  /** What else happens in the same transaction; a refusal undoes all of it. Returns what changes beside the state. */
  alongside?: (trx: Database, draft: Draft, content: DraftContent) => Promise<Result<Besides>>;
};

type Besides = { change?: Omit<DraftChange, 'state' | 'at'>; words?: string[]; noted?: object };

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/** Takes a draft a step along the workflow: allowed, written, told to its owner and noted, or nothing of it. */
export async function move(ctx: ActContext, moving: Moving): Promise<Result<Draft>> {
  try {
    return done(await ctx.db.transaction().execute((trx) => step(trx, ctx, moving)));
  } catch (error) {
    // Thrown so that the transaction is undone.
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

async function step(trx: Database, ctx: ActContext, moving: Moving): Promise<Draft> {
  const { draftId, act, news, alongside } = moving;
  const draft = await holdDraft(trx, draftId);
  if (!draft) throw new Refused({ reasons: [{ key: 'contribute_refused_gone' }] });
  const verdict = may(ctx.actor, act, draft);
  if (!verdict.ok) throw new Refused({ reasons: verdict.reasons });
  const { content } = await checkedVersion(trx, draft, draft.version);
  const besides: Result<Besides> = alongside ? await alongside(trx, draft, content) : done({});
  if (!besides.ok) throw new Refused(besides.refusal);

  const { change = {}, words = [], noted = {} } = besides.value;
  const state = stateAfter(draft.state, act);
  await moveDraft(trx, draftId, { state, at: ctx.clock.now(), ...change });
  await tellOwner(trx, ctx, news, {
    ownerId: draft.ownerId,
    title: content.title,
    path: (language) => `/${language}/contribute/${draftId}`,
    words,
  });
  await auditDraft(trx, ctx, draft, {
    act: `draft.${act}`,
    id: draftId,
    before: { state: draft.state },
    after: { state, ...noted },
    // Notes and reasons are somebody's words, and speak of somebody's draft.
    ...(words.length > 0 && { about: personsOf(ctx, draft) }),
  });
  return { ...draft, state, ...(change.practiceId !== undefined && { practiceId: change.practiceId }) };
}
