import { done, refuse, type Result } from '#platform/result.ts';

/** Numbers of practices in the reader's own order, each once. */
export type Shortlist = readonly number[];

/**
 * As many practices as a shortlist holds, and so a booklet. More would not fit into a cookie of every browser together with what else a
 * site keeps there.
 */
export const mostKept = 50;

/** With `ids` at the end; those that stand there already stay where they are. Where not all have room, none is added. */
export function keep(list: Shortlist, ids: readonly number[]): Result<Shortlist> {
  const kept = [...new Set([...list, ...ids])];
  return kept.length <= mostKept
    ? done(kept)
    : refuse({
        reasons: [
          {
            key: list.length < mostKept ? 'shortlist_note_room' : 'shortlist_note_full',
            params: { most: mostKept, room: mostKept - list.length },
          },
        ],
      });
}

export function remove(list: Shortlist, ids: readonly number[]): Shortlist {
  return list.filter((id) => !ids.includes(id));
}

/** One place up (-1) or down (1); at the end of the list, or for one that is not there, nothing happens. */
export function move(list: Shortlist, id: number, step: -1 | 1): Shortlist {
  const from = list.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return list;
  return list.with(from, list[to] as number).with(to, id);
}

const version = '1';

/** The list as the cookie holds it: a version, then the numbers to base 36. */
export function writeShortlist(list: Shortlist): string {
  return [version, ...list.map((id) => id.toString(36))].join('-');
}

/** The list that was written so; an empty one for every other text. */
export function parseShortlist(text: string): Shortlist {
  const [first, ...parts] = text.split('-');
  const ids = parts.map((part) => (/^[1-9a-z][0-9a-z]{0,5}$/.test(part) ? parseInt(part, 36) : NaN));
  const isWhole = first === version && ids.length <= mostKept && ids.every((id) => id <= largestNumber);
  return isWhole ? [...new Set(ids)] : [];
}

/** What a practice's number can be at most (PostgreSQL's integer). */
export const largestNumber = 2 ** 31 - 1;
