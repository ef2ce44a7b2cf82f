import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** At most `most` in `seconds`, counted from the first. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/** Sixty people of one town hall share an address; one mailbox belongs to one. */
export const limits = {
  signInAddress: { most: 60, seconds: 300 },
  signInMailbox: { most: 10, seconds: 900 },
  mailAddress: { most: 30, seconds: 3600 },
  mailMailbox: { most: 4, seconds: 3600 },
  linkAddress: { most: 60, seconds: 300 },
  codePerson: { most: 5, seconds: 900 },
  codeAddress: { most: 60, seconds: 900 },
  wrongCodes: { most: 2, seconds: 86_400 },
  warningMailbox: { most: 1, seconds: 86_400 },
} as const satisfies Record<string, Limit>;

/** Neighbours in one IPv6 network count as one: a home has 2^64 addresses. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(8).fill('0')];
  return filled.slice(0, 4).join(':');
}

/** The name under which attempts are counted: no address of a mailbox or of a machine stands in the table. */
export function attemptKey(what: keyof typeof limits, whose: string, key: string): string {
  const of = what.endsWith('Address') ? network(whose) : whose.toLowerCase();
  return `${what}|${createHmac('sha256', key).update(of).digest('base64url').slice(0, 22)}`;
}

/**
 * Counts one attempt; the seconds to wait when there were more than the limit allows, else null. One statement, so it holds over all
 * processes and restarts; not inside of the act's transaction, since an act that is undone was tried all the same.
 */
export async function countAttempt(
  db: Database,
  key: string,
  { most, seconds }: Limit,
): Promise<number | null> {
  const { rows } = await sql<{ count: number; wait: number }>`
    insert into attempt as a (key, count, window_ends_at) values (${key}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      count = case when a.window_ends_at <= now() then 1 else a.count + 1 end,
      window_ends_at = case when a.window_ends_at <= now() then excluded.window_ends_at else a.window_ends_at end
    returning count, ceil(extract(epoch from window_ends_at - now()))::integer as wait`.execute(db);
  const [row] = rows;
  return row && row.count > most ? Math.max(1, row.wait) : null;
}
