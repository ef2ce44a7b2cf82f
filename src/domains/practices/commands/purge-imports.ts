import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { KEPT_HOURS } from '../rules/bulk-limits.ts';
import { purgeImports as purge } from '../store/imports.ts';

/** Forgets tables that were checked more than a day ago. Run by a job; no person does it, and so nobody is asked. */
export const purgeImports = (db: Database, clock: Clock): Promise<number> =>
  purge(db, new Date(clock.now().getTime() - KEPT_HOURS * 3_600_000));
