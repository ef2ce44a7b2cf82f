import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** A salt: 128 bits, so that a small set of values (the numbers of persons) cannot be tried. */
export const newSalt = (): Buffer => randomBytes(16);

/** The digest of a part of a value: SHA-256 over salt and canonical JSON. */
export const partDigest = (salt: Buffer, json: string): Buffer =>
  sha256(Buffer.concat([salt, Buffer.from(json)]));

/** The JSON of who acted. Numbers as digits, for the verifier reads them as texts. */
export const actorJson = (id: number | string, name: string | null): string =>
  `{"id":${id},"name":${canonicalJson(name)}}`;

/** The JSON of which person an entry is about. */
export const subjectJson = (id: number | string): string => `{"id":${id}}`;

/** The JSON of before and after, which come as canonical JSON themselves or are not there. */
export function detailJson(
  about: readonly (number | string)[],
  before: string | null,
  after: string | null,
): string {
  const members = [
    `"about":[${about.join(',')}]`,
    ...(after === null ? [] : [`"after":${after}`]),
    ...(before === null ? [] : [`"before":${before}`]),
  ];
  return `{${members.join(',')}}`;
}

/** What an entry's hash is taken over, in the order of `audit_append()` in the migration. */
export interface HashedEntry {
  /** In digits, as all numbers here. */
  readonly seq: string;
  /** Microseconds since 1970, in digits. */
  readonly micros: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly subject_digest: Buffer | null;
  readonly role: string;
  readonly actor_digest: Buffer | null;
  readonly detail_digest: Buffer | null;
  readonly values_erased: number;
}

const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null;

/** The hash of an entry after `previous`, as `audit_hash()` in the database takes it. */
export function entryHash(entry: HashedEntry, previous: Buffer): Buffer {
  const parts = [
    'nacre audit 1',
    entry.seq,
    entry.micros,
    entry.act,
    entry.subject_kind,
    entry.subject_id,
    hex(entry.subject_digest),
    entry.role,
    hex(entry.actor_digest),
    hex(entry.detail_digest),
    String(entry.values_erased),
    hex(previous),
  ];
  return sha256(parts.map((part) => (part === null ? '-' : `${Buffer.byteLength(part)}:${part}`)).join(','));
}
