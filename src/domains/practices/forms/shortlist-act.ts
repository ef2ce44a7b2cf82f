import { parsePracticeId, parsePracticeIds } from './practice-ids.ts';

/** What a reader does with the shortlist. */
export type ShortlistAct =
  { kind: 'keep'; ids: number[] } | { kind: 'remove' | 'up' | 'down'; id: number } | { kind: 'clear' };

/** Reads the button that was pressed: its name is the act, its value the practice; `keep` may name several. Null for everything else. */
export function parseShortlistAct(form: FormData): ShortlistAct | null {
  if (form.has('keep')) {
    const ids = parsePracticeIds(form, { name: 'keep' });
    return ids.length > 0 ? { kind: 'keep', ids } : null;
  }
  for (const kind of ['remove', 'up', 'down'] as const) {
    const id = parsePracticeId(form.get(kind));
    if (id !== null) return { kind, id };
  }
  return form.has('clear') ? { kind: 'clear' } : null;
}
