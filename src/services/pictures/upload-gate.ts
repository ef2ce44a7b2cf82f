import { gate } from '#platform/gate.ts';
import { MOST_UPLOADS_WAITING, UPLOADS_AT_ONCE } from './limits.ts';

/**
 * Lets a few uploads at once be read into memory and made into pictures; 'busy' when too many wait already. Entered before the first
 * byte of the body is read: what waits stays in the sender's hands.
 */
export const throughUploadGate = gate({ atOnce: UPLOADS_AT_ONCE, mostWaiting: MOST_UPLOADS_WAITING });
