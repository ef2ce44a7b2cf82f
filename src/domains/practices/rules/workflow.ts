import type { Reason, Verdict } from '#platform/result.ts';
import type { DraftState } from '../model.ts';

/** What can be done to a draft. `note`: the reviewer writes beside a field. `restore`: an older version comes back as the newest. */
export const draftActs = [
  'edit',
  'restore',
  'submit',
  'withdraw',
  'take',
  'note',
  'ask-changes',
  'publish',
  'archive',
] as const;
export type DraftAct = (typeof draftActs)[number];

/** For whom the draft is theirs, and who reads it for the repository. */
export type DraftPart = 'writer' | 'reviewer';

type Step = { readonly from: readonly DraftState[]; readonly to: DraftState | null };

/** product.md §1: draft → submitted → in review → changes asked → published → archived. `to` null: the state stays. */
const steps: Readonly<Record<DraftPart, Partial<Record<DraftAct, Step>>>> = {
  writer: {
    edit: { from: ['draft', 'changes-asked'], to: null },
    restore: { from: ['draft', 'changes-asked'], to: null },
    submit: { from: ['draft', 'changes-asked'], to: 'submitted' },
    withdraw: { from: ['draft', 'submitted', 'in-review', 'changes-asked'], to: 'withdrawn' },
  },
  reviewer: {
    // Slips are put right without a round of letters.
    edit: { from: ['in-review'], to: null },
    restore: { from: ['in-review'], to: null },
    take: { from: ['submitted'], to: 'in-review' },
    note: { from: ['in-review'], to: null },
    'ask-changes': { from: ['in-review'], to: 'changes-asked' },
    publish: { from: ['in-review'], to: 'published' },
    archive: { from: ['in-review', 'published'], to: 'archived' },
  },
};

const no = (key: string): Verdict & { ok: false } => ({ ok: false, reasons: [{ key } satisfies Reason] });

/** Whether somebody in this part may do this to a draft in this state; who has a part in it, policy.ts says. */
export function workflow(state: DraftState, act: DraftAct, part: DraftPart): Verdict {
  const step = steps[part][act];
  if (!step) return no('contribute_refused_part');
  return step.from.includes(state) ? { ok: true } : no('contribute_refused_state');
}

/** The state after an act that was allowed. */
export function stateAfter(state: DraftState, act: DraftAct): DraftState {
  return steps.writer[act]?.to ?? steps.reviewer[act]?.to ?? state;
}

/** States in which nothing more is written into the draft. */
export const isOver = (state: DraftState): boolean =>
  state === 'published' || state === 'archived' || state === 'withdrawn';
