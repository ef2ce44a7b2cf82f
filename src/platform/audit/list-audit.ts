import { sql, type Selectable } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { AuditEntry, AuditValue } from '../database/schema.ts';
import { ERASED, type AuditLine } from './model.ts';

/** Which entries; all that is given must hold. */
export interface AuditFilter {
  readonly act?: string;
  /** With an id, or all of a kind. */
  readonly subject?: { readonly kind: string; readonly id?: string | number };
  /** The number of a person. */
  readonly actor?: number;
  /** From this moment on, and before that one. */
  readonly from?: Date;
  readonly until?: Date;
  /** Each must occur in act, subject, role, name, before or after, in capitals or not. */
  readonly words?: string;
}

/** Where a page begins, and how long it is. */
export interface AuditPage {
  /** Only entries before this one. */
  readonly before?: number;
  /** 50 unless told. */
  readonly limit?: number;
}

type Row = Selectable<AuditEntry> &
  Pick<Selectable<AuditValue>, 'actor_id' | 'actor_name' | 'subject_person_id' | 'detail_salt'> & {
    readonly before: string | null;
    readonly after: string | null;
  };

function actorOf({ actor_digest, actor_id, actor_name }: Row): AuditLine['actor'] {
  if (actor_digest === null) return null;
  return actor_id === null ? ERASED : { personId: actor_id, name: actor_name };
}

function detailOf({ detail_digest, detail_salt, before, after }: Row): AuditLine['detail'] {
  if (detail_digest === null) return null;
  if (detail_salt === null) return ERASED;
  return {
    ...(before === null ? {} : { before: JSON.parse(before) as unknown }),
    ...(after === null ? {} : { after: JSON.parse(after) as unknown }),
  };
}

function subjectOf({
  subject_kind,
  subject_id,
  subject_digest,
  subject_person_id,
}: Row): AuditLine['subject'] {
  const id = subject_person_id === null ? subject_id : String(subject_person_id);
  return { kind: subject_kind, id, isErased: subject_digest !== null && subject_person_id === null };
}

const lineOf = (row: Row): AuditLine => ({
  seq: row.seq,
  at: row.at,
  act: row.act,
  subject: subjectOf(row),
  role: row.role,
  actor: actorOf(row),
  detail: detailOf(row),
  hash: row.hash.toString('hex'),
});

function subjectCondition({ kind, id }: NonNullable<AuditFilter['subject']>) {
  if (id === undefined) return sql`e.subject_kind = ${kind}`;
  if (kind !== 'person') return sql`e.subject_kind = ${kind} and e.subject_id = ${String(id)}`;
  // What is no number is nobody.
  return Number.isSafeInteger(Number(id)) ? sql`v.subject_person_id = ${Number(id)}` : sql`false`;
}

/** No text of PostgreSQL holds a zero character; in a pattern, its own signs stand for themselves. */
const patternsOf = (words: string): string[] =>
  words
    .replaceAll('\0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

const searched = sql`concat_ws(' ', e.act, e.subject_kind, e.subject_id, e.role, v.actor_name, v.before::text, v.after::text)`;

function conditions({ act, subject, actor, from, until, words = '' }: AuditFilter, before?: number) {
  return [
    sql`true`,
    ...(before === undefined ? [] : [sql`e.seq < ${before}`]),
    ...(act === undefined ? [] : [sql`e.act = ${act}`]),
    ...(subject === undefined ? [] : [subjectCondition(subject)]),
    ...(actor === undefined ? [] : [sql`v.actor_id = ${actor}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${from}`]),
    ...(until === undefined ? [] : [sql`e.at < ${until}`]),
    ...patternsOf(words).map((pattern) => sql`${searched} ilike ${pattern}`),
  ];
}

/** Entries that fit, the newest first. Erased values are not there to be found by. */
export async function listAudit(
  db: Database,
  { before, limit = 50, ...filter }: AuditFilter & AuditPage = {},
): Promise<AuditLine[]> {
  const { rows } = await sql<Row>`
    select e.*, v.actor_id, v.actor_name, v.subject_person_id, v.detail_salt, v.before::text, v.after::text
    from audit_entry as e left join audit_value as v using (seq)
    where ${sql.join(conditions(filter, before), sql` and `)}
    order by e.seq desc limit ${limit}`.execute(db);
  return rows.map(lineOf);
}
