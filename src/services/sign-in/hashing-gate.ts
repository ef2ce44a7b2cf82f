import { gate } from '#platform/gate.ts';

/**
 * Lets two acts at once hash a password; 'busy' when too many wait already: hashing takes 32 MB, 0.2 s and one of the four threads that
 * also serve files and names. Entered before the transaction is opened: those who wait must hold no connection, or readers would wait with
 * them.
 */
export const throughGate = gate({ atOnce: 2, mostWaiting: 20 });
