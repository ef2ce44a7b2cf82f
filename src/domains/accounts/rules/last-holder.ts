import type { Verdict } from '#platform/result.ts';
import type { HeldRole } from '../model.ts';

/**
 * Whether one of `holders` persons with this role may lose it. A town keeps an owner, and Nacre a secretariat: without one nobody
 * could name the next.
 */
export function mayLose({ role }: HeldRole, holders: number): Verdict {
  if (holders > 1) return { ok: true };
  if (role === 'town-owner') return { ok: false, reasons: [{ key: 'people_refused_last_owner' }] };
  if (role === 'secretariat') return { ok: false, reasons: [{ key: 'people_refused_last_secretariat' }] };
  return { ok: true };
}
