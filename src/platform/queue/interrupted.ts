/** Thrown by the work of a job that was broken off for no fault of its own: it is done again, and nobody need look into it. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
