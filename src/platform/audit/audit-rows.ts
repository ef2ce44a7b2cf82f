import type { Database } from '../database/connect.ts';
import { canonicalJson } from './canonical-json.ts';
import { listAudit, type AuditFilter } from './list-audit.ts';
import { ERASED, type AuditLine } from './model.ts';

/** What the cells of a row hold, in their order. */
export const auditColumns = [
  'seq',
  'at',
  'act',
  'subjectKind',
  'subjectId',
  'role',
  'actorId',
  'actorName',
  'before',
  'after',
  'hash',
] as const;

/** A row has a cell for each of `auditColumns`; null is empty, and what was erased says `erased`. */
export type AuditRow = readonly (string | number | null)[];

/** Entries read at once; each may hold 128 KiB. */
const BATCH = 200;

const jsonCell = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

function actorCells(actor: AuditLine['actor']) {
  if (actor === ERASED) return [ERASED, ERASED];
  return [actor?.personId ?? null, actor?.name ?? null];
}

function detailCells(detail: AuditLine['detail']) {
  if (detail === ERASED) return [ERASED, ERASED];
  return [jsonCell(detail?.before), jsonCell(detail?.after)];
}

const rowOf = ({ seq, at, act, subject, role, actor, detail, hash }: AuditLine): AuditRow => [
  seq,
  at.toISOString(),
  act,
  subject.kind,
  subject.isErased ? ERASED : subject.id,
  role,
  ...actorCells(actor),
  ...detailCells(detail),
  hash,
];

/** All entries that fit as rows of a table, the newest first, read piece by piece: for a CSV file that is sent as it is written. */
export async function* auditRows(db: Database, filter: AuditFilter = {}): AsyncGenerator<AuditRow> {
  let before: number | undefined;
  for (;;) {
    const lines = await listAudit(db, {
      ...filter,
      limit: BATCH,
      ...(before === undefined ? {} : { before }),
    });
    for (const line of lines) yield rowOf(line);
    before = lines.at(-1)?.seq;
    if (lines.length < BATCH) return;
  }
}
