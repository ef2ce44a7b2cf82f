/** Where the time comes from. Passed in, so that a test can stand at any deadline. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `at` (an ISO 8601 moment with its zone). */
export function stoppedClock(at: string): Clock {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`Not a moment: ${at}`);
  return { now: () => new Date(moment) };
}
