import { auditColumns, auditRows } from '#platform/audit/audit-rows.ts';
import { listAudit, type AuditFilter } from '#platform/audit/list-audit.ts';
import type { AuditLine } from '#platform/audit/model.ts';
import { csvFile } from '#services/spreadsheets/index.ts';
import { may } from '../policy.ts';
import type { Asking } from './people.ts';

export const AUDIT_PAGE_SIZE = 50;

/** A page of the audit log, the newest first; `next` is where the next begins. Null: the actor may not read it. */
export async function readAuditLog(
  { db, actor }: Asking,
  filter: AuditFilter,
  before: number | undefined,
): Promise<{ lines: AuditLine[]; next: number | null } | null> {
  if (!may(actor, 'audit.read')) return null;
  const lines = await listAudit(db, {
    ...filter,
    ...(before !== undefined && { before }),
    limit: AUDIT_PAGE_SIZE + 1,
  });
  const shown = lines.slice(0, AUDIT_PAGE_SIZE);
  return { lines: shown, next: lines.length > AUDIT_PAGE_SIZE ? (shown.at(-1)?.seq ?? null) : null };
}

/** The most entries in one file; a narrower period gives the rest. */
const MOST_ROWS = 50_000;

/** The entries as CSV, formulas neutralised; null: the actor may not read them. */
export async function auditLogAsCsv({ db, actor }: Asking, filter: AuditFilter): Promise<Buffer | null> {
  if (!may(actor, 'audit.read')) return null;
  const rows = [];
  for await (const row of auditRows(db, filter)) {
    if (rows.length >= MOST_ROWS) break;
    rows.push(row);
  }
  return csvFile({
    name: 'audit',
    columns: auditColumns.map((heading) => ({ heading, holds: 'text' as const, width: 20 })),
    rows,
  });
}
