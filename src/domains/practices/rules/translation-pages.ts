import { translationStates, type TranslationState } from '../model.ts';

export type StateCounts = Readonly<Record<TranslationState, number>>;

/** So many practices of one state, after so many of it. */
export type Slice = { state: TranslationState; offset: number; limit: number };

/**
 * Which practices stand on a page of the list (from 1): one state after the other, so that each is read by its own index and nothing is
 * sorted. A page beyond the last one is the last.
 */
export function slicesOfPage(
  counts: StateCounts,
  chosen: TranslationState | null,
  { page, size }: { page: number; size: number },
): { slices: Slice[]; page: number; pageCount: number; total: number } {
  const states: readonly TranslationState[] = chosen === null ? translationStates : [chosen];
  const total = states.reduce((sum, state) => sum + counts[state], 0);
  const pageCount = Math.max(1, Math.ceil(total / size));
  const shown = Math.min(Math.max(1, page), pageCount);
  let skip = (shown - 1) * size;
  let wanted = size;
  const slices: Slice[] = [];
  for (const state of states) {
    const offset = Math.min(skip, counts[state]);
    const limit = Math.min(wanted, counts[state] - offset);
    skip -= offset;
    wanted -= limit;
    if (limit > 0) slices.push({ state, offset, limit });
  }
  return { slices, page: shown, pageCount, total };
}
