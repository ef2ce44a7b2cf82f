import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { entryHash } from './digests.ts';
import { checkParts, type Part, type StoredEntry } from './stored-entry.ts';

/** What is wrong with an entry; `breakSentence` tells it to a person. */
export type AuditBreak = 'missing' | 'previous' | 'hash' | Part | 'head' | 'unchained' | 'known' | 'erasure';

/** A log that is whole. */
export interface WholeAudit {
  readonly ok: true;
  readonly entries: number;
  /** Parts of values that are empty, and that entries say they emptied: fewer empty ones have come back from a backup. */
  readonly erased: number;
  readonly accounted: number;
  /** The newest hash, in hexadecimal: worth noting down elsewhere. */
  readonly head: string;
}

/** Whether the log is whole; if not, the first entry where it is not. */
export type AuditVerdict =
  WholeAudit | { readonly ok: false; readonly seq: number; readonly why: AuditBreak };

/** An entry and its hash (hexadecimal) as somebody noted them down outside of the database. */
export interface KnownHash {
  readonly seq: number;
  readonly hash: string;
}

/** Reads '<entry>:<hash>', as the command prints it; undefined when it is something else. */
export function readKnownHash(text: string): KnownHash | undefined {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}

export interface VerifyOptions {
  /** Hashes noted earlier: the only proof against one who rewrites the whole log. */
  readonly known?: readonly KnownHash[];
  /** Entries read at once; each may hold 128 KiB. */
  readonly batch?: number;
}

const broken = (seq: number, why: AuditBreak) => ({ ok: false, seq, why }) as const;

/** Everything as text: a number too large for us is a forgery to name, not an error. */
const readBatch = (after: number, limit: number) => sql<StoredEntry>`
  select e.seq::text,
    case when isfinite(e.at) then (extract(epoch from e.at) * 1000000)::bigint::text else e.at::text end as micros, e.act, e.subject_kind, e.subject_id,
    e.subject_digest, e.role, e.actor_digest, e.detail_digest, e.values_erased, e.previous, e.hash,
    v.actor_salt, v.actor_id::text, v.actor_name, v.subject_salt, v.subject_person_id::text,
    v.detail_salt, v.before::text, v.after::text, v.about::text[]
  from audit_entry as e left join audit_value as v using (seq)
  where e.seq > ${after} order by e.seq limit ${limit}`;

/** Walks along the chain; keeps what the next entry must continue. */
class Walk {
  seq = 0;
  hash: Buffer = Buffer.alloc(32);
  /** Parts found empty, and parts that entries say they emptied. */
  erased = 0;
  accounted = 0;
  firstErased = 0;
  readonly known: ReadonlyMap<number, string>;

  constructor(known: readonly KnownHash[]) {
    this.known = new Map(known.map(({ seq, hash }) => [seq, hash.toLowerCase()]));
  }

  step(entry: StoredEntry): AuditBreak | undefined {
    if (entry.seq !== String(this.seq + 1)) return 'missing';
    if (!entry.previous.equals(this.hash)) return 'previous';
    if (!entry.hash.equals(entryHash(entry, this.hash))) return 'hash';
    const known = this.known.get(this.seq + 1);
    if (known !== undefined && known !== entry.hash.toString('hex')) return 'known';
    const { altered, erased } = checkParts(entry);
    if (altered !== undefined) return altered;
    this.seq += 1;
    this.hash = entry.hash;
    if (erased > 0 && this.firstErased === 0) this.firstErased = this.seq;
    this.erased += erased;
    this.accounted += entry.values_erased;
    return undefined;
  }
}

/** What the chain alone does not show: its end, what never got into it, and values emptied without an entry. */
async function verifyEnds(trx: Database, walk: Walk): Promise<AuditVerdict> {
  const head = await trx.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
  if (head === undefined) return broken(walk.seq, 'head');
  if (head.seq > walk.seq) return broken(walk.seq + 1, 'missing');
  if (head.seq < walk.seq) return broken(head.seq + 1, 'head');
  if (!head.hash.equals(walk.hash)) return broken(head.seq, 'head');
  const lost = [...walk.known.keys()].filter((seq) => seq > walk.seq);
  if (lost.length > 0) return broken(Math.min(...lost), 'known');
  const unchained = await trx.selectFrom('audit_pending').select('id').limit(1).executeTakeFirst();
  if (unchained !== undefined) return broken(walk.seq + 1, 'unchained');
  if (walk.erased > walk.accounted) return broken(walk.firstErased, 'erasure');
  const { seq: entries, erased, accounted } = walk;
  return { ok: true, entries, erased, accounted, head: walk.hash.toString('hex') };
}

/**
 * Reads the whole log as it is at one moment, while others write on, and takes every digest again without asking the database's
 * functions. Emptied values are fine as far as entries account for them.
 */
export function verifyAudit(
  db: Database,
  { known = [], batch = 200 }: VerifyOptions = {},
): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const walk = new Walk(known);
      for (;;) {
        const { rows } = await readBatch(walk.seq, batch).execute(trx);
        for (const entry of rows) {
          const why = walk.step(entry);
          if (why !== undefined) return broken(walk.seq + 1, why);
        }
        if (rows.length < batch) return verifyEnds(trx, walk);
      }
    });
}
