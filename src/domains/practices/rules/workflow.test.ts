import { describe, expect, it } from 'vitest';
import { draftStates, type DraftState } from '../model.ts';
import { draftActs, isOver, stateAfter, workflow, type DraftAct, type DraftPart } from './workflow.ts';

// For each act: the states in which a writer may do it, and those in which a reviewer may.
const table: Record<DraftAct, { writer: DraftState[]; reviewer: DraftState[]; to: DraftState | null }> = {
  edit: { writer: ['draft', 'changes-asked'], reviewer: ['in-review'], to: null },
  restore: { writer: ['draft', 'changes-asked'], reviewer: ['in-review'], to: null },
  submit: { writer: ['draft', 'changes-asked'], reviewer: [], to: 'submitted' },
  withdraw: {
    writer: ['draft', 'submitted', 'in-review', 'changes-asked'],
    reviewer: [],
    to: 'withdrawn',
  },
  take: { writer: [], reviewer: ['submitted'], to: 'in-review' },
  note: { writer: [], reviewer: ['in-review'], to: null },
  'ask-changes': { writer: [], reviewer: ['in-review'], to: 'changes-asked' },
  publish: { writer: [], reviewer: ['in-review'], to: 'published' },
  archive: { writer: [], reviewer: ['in-review', 'published'], to: 'archived' },
};

const cells = (['writer', 'reviewer'] as const satisfies DraftPart[]).flatMap((part) =>
  draftActs.flatMap((act) => draftStates.map((state) => ({ part, act, state }))),
);

describe('the workflow of a draft', () => {
  it.each(cells)('$part, $act, $state', ({ part, act, state }) => {
    const verdict = workflow(state, act, part);
    expect(verdict.ok).toBe(table[act][part].includes(state));
    if (!verdict.ok)
      expect(verdict.reasons).toEqual([
        {
          key: table[act][part].length === 0 ? 'contribute_refused_part' : 'contribute_refused_state',
        },
      ]);
  });

  it.each(draftActs.flatMap((act) => draftStates.map((state) => ({ act, state }))))(
    'after $act a draft that was $state is what the table says',
    ({ act, state }) => expect(stateAfter(state, act)).toBe(table[act].to ?? state),
  );

  it('lets nobody write into what is over', () => {
    for (const state of draftStates.filter(isOver))
      for (const part of ['writer', 'reviewer'] as const)
        for (const act of ['edit', 'restore', 'submit', 'note', 'publish'] as const)
          expect(workflow(state, act, part).ok).toBe(false);
  });
});
