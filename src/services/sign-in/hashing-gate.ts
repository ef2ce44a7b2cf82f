/** Hashing a password takes 32 MB, 0.2 s and one of the four threads that also serve files and names. */
const AT_ONCE = 2;
const MOST_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Lets two acts at once hash a password; 'busy' when too many wait already. Entered before the transaction is opened: those who wait
 * must hold no connection, or readers would wait with them.
 */
export async function throughGate<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return 'busy';
    // Whoever leaves hands its place over, so that nobody slips in between.
    await new Promise<void>((enter) => waiting.push(enter));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
