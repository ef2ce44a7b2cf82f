import { refuse, type Reason } from '#platform/result.ts';

/** One reason, as a result. */
export const refusedFor = (key: string, params?: Reason['params']) =>
  refuse({ reasons: [{ key, ...(params && { params }) }] });

/** Too many attempts: `seconds` for the header that browsers and programs read, minutes for the reader. */
export const refusedFor429 = (seconds: number) =>
  refusedFor('accounts_refused_wait', { count: Math.ceil(seconds / 60), seconds });

/** More people sign in at once than this machine can check. */
export const refusedBusy = refusedFor('accounts_refused_busy', { seconds: 5 });
