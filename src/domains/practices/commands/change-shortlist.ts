import type { Database } from '#platform/database/connect.ts';
import { done, type Result } from '#platform/result.ts';
import type { ShortlistAct } from '../forms/shortlist-act.ts';
import { keep, move, remove, type Shortlist } from '../rules/shortlist.ts';
import { publishedAmong } from '../store/published.ts';

/** What is said of an act that was done: a message key, and the numbers in it. */
type Said =
  | 'shortlist_note_kept'
  | 'shortlist_note_kept_several'
  | 'shortlist_note_removed'
  | 'shortlist_note_moved'
  | 'shortlist_note_cleared';
export type ShortlistChange = { list: Shortlist; said: Said; numbers: number[] };

/**
 * The shortlist after an act of its reader. Only published practices are kept; refused with the reason where there are none, or where the
 * list is full, and then it stays as it is. Writes nothing: the list is the reader's own.
 */
export async function changeShortlist(
  db: Database,
  list: Shortlist,
  act: ShortlistAct,
): Promise<Result<ShortlistChange>> {
  switch (act.kind) {
    case 'keep':
      return keepPublished(list, await publishedAmong(db, act.ids));
    case 'remove':
      return done({ list: remove(list, [act.id]), said: 'shortlist_note_removed', numbers: [] });
    case 'up':
    case 'down': {
      const moved = move(list, act.id, act.kind === 'up' ? -1 : 1);
      const numbers = [moved.indexOf(act.id) + 1, moved.length];
      return done({ list: moved, said: 'shortlist_note_moved', numbers });
    }
    case 'clear':
      // What was in it, so that the reader can take this back.
      return done({ list: [], said: 'shortlist_note_cleared', numbers: [...list] });
  }
}

function keepPublished(list: Shortlist, ids: readonly number[]): Result<ShortlistChange> {
  if (ids.length === 0) return { ok: false, refusal: { reasons: [{ key: 'shortlist_note_unpublished' }] } };
  const kept = keep(list, ids);
  if (!kept.ok) return kept;
  return done(
    ids.length === 1
      ? { list: kept.value, said: 'shortlist_note_kept', numbers: [] }
      : { list: kept.value, said: 'shortlist_note_kept_several', numbers: [ids.length] },
  );
}
