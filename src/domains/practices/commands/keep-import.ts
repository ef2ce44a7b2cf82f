import { createHash } from 'node:crypto';
import { actedBy, type ActContext } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, refuse, type Reason, type Result } from '#platform/result.ts';
import { readSpreadsheet, type UnreadableFile } from '#services/spreadsheets/index.ts';
import { mayBulk } from '../policy.ts';
import { MOST_CELL, MOST_COLUMNS, MOST_MB, MOST_ROWS, MOST_UNPACKED_MB } from '../rules/bulk-limits.ts';
import { keepImport as keep } from '../store/imports.ts';

const MB = 1024 * 1024;
const limits = {
  bytes: MOST_MB * MB,
  unpackedBytes: MOST_UNPACKED_MB * MB,
  rows: MOST_ROWS + 1,
  columns: MOST_COLUMNS,
  cellLength: MOST_CELL,
};

function reasonOf(unreadable: UnreadableFile): Reason {
  const key = `bulk_refused_${unreadable.why}`;
  switch (unreadable.why) {
    case 'large':
      return { key, params: { most: MOST_MB } };
    case 'unpacked':
      return { key, params: { most: MOST_UNPACKED_MB } };
    case 'rows':
      return { key, params: { most: MOST_ROWS } };
    case 'columns':
      return { key, params: { most: MOST_COLUMNS } };
    case 'quotes':
      return { key, params: { line: unreadable.line } };
    case 'cell':
      return { key, params: { row: unreadable.row, column: unreadable.column, most: MOST_CELL } };
    case 'empty':
    case 'damaged':
    case 'kind':
    case 'encoding':
      return { key };
  }
}

/** Reads an editor's file (CSV or XLSX) and keeps its table for a day, for nobody else. Returns the digest by which it is found. */
export async function keepImport(
  ctx: ActContext,
  { file, name }: { file: Uint8Array; name: string },
): Promise<Result<string>> {
  const { person } = ctx.actor;
  if (person === null || !mayBulk(ctx.actor, 'import'))
    return refuse({ reasons: [{ key: 'contribute_refused_part' }] });
  const read = await readSpreadsheet(file, limits);
  if (!read.ok) return refuse({ reasons: [reasonOf(read.refusal)] });
  if (read.value.length < 2) return refuse({ reasons: [{ key: 'bulk_refused_empty' }] });
  const digest = createHash('sha256').update(file).digest('hex');
  await ctx.db.transaction().execute(async (trx) => {
    const at = ctx.clock.now();
    const id = await keep(trx, person.id, { digest, fileName: name, cells: read.value, at });
    await appendAudit(trx, {
      act: 'import.check',
      subject: { kind: 'practice-import', id },
      after: { digest, rows: read.value.length - 1 },
      ...actedBy(ctx, 'editor'),
    });
  });
  return done(digest);
}
