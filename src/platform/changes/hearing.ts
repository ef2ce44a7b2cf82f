import { setTimeout as sleep } from 'node:timers/promises';

/** The notification channel of `announce_change()` in the migrations; the payload is a topic. */
export const CHANGES_CHANNEL = 'nacre_changes';

/**
 * What a change is about: the tables whose triggers announce it. 'index' is what can be found, 'search' what the last
 * arranging found out about it.
 */
export type Topic = 'practices' | 'vocabulary' | 'search' | 'index' | 'settings';

const LOOK_AGAIN_MS = 100;

/** Silence longer than this counts as deafness, in milliseconds: nothing kept may be older than a second. */
export const SILENCE_MS = 900;

interface Hearing {
  /** When the database last answered, in milliseconds of `performance.now()`; -Infinity while nobody listens. */
  heardAt: number;
  changes: number;
  /** How often changes may have been missed. */
  gaps: number;
  readonly byTopic: Map<string, number>;
}

// On globalThis: the built pages and the server around them hold separate copies of this module.
const shared = globalThis as { nacreHearing?: Hearing };

function hearing(): Hearing {
  return (shared.nacreHearing ??= { heardAt: -Infinity, changes: 0, gaps: 0, byTopic: new Map() });
}

/** The database answered just now, so that every change until now has been heard. */
export function stillHearing(): void {
  hearing().heardAt = performance.now();
}

/** Changes may have been missed, or will be: nothing kept is good any more. */
export function notHearing(): void {
  const state = hearing();
  state.heardAt = -Infinity;
  state.gaps += 1;
}

/** A change was announced. */
export function hear(topic: string): void {
  const state = hearing();
  state.changes += 1;
  state.byTopic.set(topic, state.changes);
}

/**
 * A mark of the state of a topic, or of everything: the same mark later means that nothing changed meanwhile.
 * Null while changes would not be heard: then keep nothing.
 */
export function changeMark(topic?: Topic): string | null {
  const { heardAt, changes, gaps, byTopic } = hearing();
  if (performance.now() - heardAt > SILENCE_MS) return null;
  return `${gaps} ${topic === undefined ? changes : (byTopic.get(topic) ?? 0)}`;
}

/** Waits until changes are heard, so that what is read from then on can be kept. */
export async function whenHearing(): Promise<void> {
  while (changeMark() === null) await sleep(LOOK_AGAIN_MS, undefined, { ref: false });
}
