import { createHash } from 'node:crypto';
import type { Database } from '../database/connect.ts';
import { canonicalJson } from './canonical-json.ts';
import { actorJson, detailJson, newSalt, partDigest, subjectJson } from './digests.ts';
import type { AuditEntry } from './model.ts';

/** The most that is kept of `before` and of `after`, in bytes of canonical JSON; of more, length and digest. */
export const MOST_BYTES = 65_536;

function keptJson(value: unknown): string | null {
  if (value === undefined) return null;
  const json = canonicalJson(value);
  const bytes = Buffer.byteLength(json);
  if (bytes <= MOST_BYTES) return json;
  return canonicalJson({ tooLong: { bytes, sha256: createHash('sha256').update(json).digest('hex') } });
}

function actorPart({ actor: { personId, name } }: AuditEntry) {
  if (personId === null) return {};
  const actor_salt = newSalt();
  return {
    actor_salt,
    actor_id: personId,
    actor_name: name,
    actor_digest: partDigest(actor_salt, actorJson(personId, name)),
  };
}

function subjectPart({ subject: { kind, id } }: AuditEntry) {
  if (kind !== 'person') return { subject_kind: kind, subject_id: id === null ? null : String(id) };
  const person = Number(id);
  if (id === null || !Number.isSafeInteger(person)) throw new TypeError(`Not the number of a person: ${id}`);
  const subject_salt = newSalt();
  return {
    subject_kind: kind,
    subject_salt,
    subject_person_id: person,
    subject_digest: partDigest(subject_salt, subjectJson(person)),
  };
}

function detailPart({ subject, before, after, about = [] }: AuditEntry) {
  if (before === undefined && after === undefined) return {};
  const persons = new Set(subject.kind === 'person' ? [...about, Number(subject.id)] : about);
  const sorted = [...persons].sort((a, b) => a - b);
  const kept = { before: keptJson(before), after: keptJson(after) };
  const detail_salt = newSalt();
  return {
    ...kept,
    about: sorted,
    detail_salt,
    detail_digest: partDigest(detail_salt, detailJson(sorted, kept.before, kept.after)),
  };
}

/** Throws unless `trx` is a transaction. */
export function demandTransaction(trx: Database): void {
  if (!trx.isTransaction) throw new Error('The audit log is written in the transaction of what it tells of.');
}

/** As `appendAudit`, of an act that emptied `valuesErased` parts of older entries. */
export async function appendCounting(trx: Database, entry: AuditEntry, valuesErased: number): Promise<void> {
  demandTransaction(trx);
  await trx
    .insertInto('audit_pending')
    .values({
      at: entry.at,
      act: entry.act,
      role: entry.actor.role,
      values_erased: valuesErased,
      ...actorPart(entry),
      ...subjectPart(entry),
      ...detailPart(entry),
    })
    .execute();
}

/**
 * Writes an act into the audit log, in the transaction that does it: the entry is there if and only if that commits, and it
 * gets its place in the chain then. May be called anywhere in the transaction, and several times. Throws outside of one,
 * at a wrongly shaped act or kind, and at values that JSON has no word for.
 */
export const appendAudit = (trx: Database, entry: AuditEntry): Promise<void> => appendCounting(trx, entry, 0);
