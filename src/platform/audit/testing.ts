import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { appendAudit } from './append-audit.ts';
import type { AuditActor, AuditEntry } from './model.ts';

/** An editor, as factories of tests need one. */
export const anna: AuditActor = { personId: 7, name: 'Anna Bērziņa', role: 'editor' };
export const nobody: AuditActor = { personId: null, name: null, role: 'system' };

/** An entry with something in every part, but for what `over` says. */
export const anEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  act: 'practice.publish',
  subject: { kind: 'practice', id: 12 },
  actor: anna,
  before: { state: 'draft' },
  after: { state: 'published', title: 'Ēdamais dārzs' },
  at: new Date('2026-11-25T10:00:00.123Z'),
  ...over,
});

/** Writes entries, each in a transaction of its own. */
export async function write(db: Database, ...entries: readonly Partial<AuditEntry>[]): Promise<void> {
  for (const over of entries) await db.transaction().execute((trx) => appendAudit(trx, anEntry(over)));
}

/** Runs a statement as one who owns the tables, has switched off what protects them and dropped their constraints may. */
export async function tamper(db: Database, statement: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Switches off triggers and foreign keys for this transaction; check constraints stay.
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
  });
}
