import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../database/testing.ts';
import { forgetPerson } from './forget-person.ts';
import { listAudit } from './list-audit.ts';
import type { AuditActor } from './model.ts';
import { anna, nobody, tamper, write } from './testing.ts';
import { verifyAudit } from './verify-audit.ts';

const liva: AuditActor = { personId: 471147114711, name: 'Līva Kalniņa', role: 'juror' };
const at = new Date('2026-11-25T12:00:00Z');
let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await write(
    database.db,
    { actor: liva },
    { subject: { kind: 'person', id: liva.personId }, after: { email: 'liva@example.org' } },
    { after: { contact: 'Līva Kalniņa' }, about: [3, 471147114711] },
    {},
    { subject: { kind: 'person', id: 3 } },
  );
  return () => database.close();
});

const forget = (actor: AuditActor) =>
  database.db.transaction().execute((trx) => forgetPerson(trx, 471147114711, { actor, at }));

/** Everything that the tables of the log hold, as one text. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select concat((select string_agg(e::text, ' ') from audit_entry as e), (select string_agg(v::text, ' ') from audit_value as v)) as text`.execute(
    database.db,
  );
  return rows[0]?.text ?? '';
}

describe('a person who is forgotten', () => {
  it('is found nowhere in the log any more, and what happened still stands', async () => {
    expect(await everything()).toMatch(/471147114711.*Līva.*liva@/s);
    expect(await forget(anna)).toBe(4);
    expect(await everything()).not.toMatch(/4711471|Līva|liva/);
    const lines = await listAudit(database.db);
    expect(
      lines.map(({ seq, subject, actor, detail }) => [seq, subject.id, subject.isErased, actor, detail]),
    ).toEqual([
      [6, null, false, { personId: 7, name: anna.name }, null],
      [
        5,
        '3',
        false,
        { personId: 7, name: anna.name },
        expect.objectContaining({ before: { state: 'draft' } }),
      ],
      [
        4,
        '12',
        false,
        { personId: 7, name: anna.name },
        expect.objectContaining({ before: { state: 'draft' } }),
      ],
      [3, '12', false, { personId: 7, name: anna.name }, 'erased'],
      [2, null, true, { personId: 7, name: anna.name }, 'erased'],
      [1, '12', false, 'erased', expect.objectContaining({ before: { state: 'draft' } })],
    ]);
  });

  it('leaves a chain that verifies and says how much is gone', async () => {
    await forget(anna);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, entries: 6, erased: 4, accounted: 4 });
  });

  it('by themselves is not named by the entry that says so either', async () => {
    await forget(liva);
    expect(await everything()).not.toMatch(/4711471|Līva|liva/);
    expect((await listAudit(database.db))[0]).toMatchObject({
      act: 'audit.forget',
      actor: null,
      role: 'juror',
    });
  });

  it('twice has nothing to be emptied the second time', async () => {
    await forget(nobody);
    expect(await forget(nobody)).toBe(0);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, erased: 4, accounted: 4 });
  });

  it('is there again when the transaction is undone', async () => {
    const undone = database.db.transaction().execute(async (trx) => {
      await forgetPerson(trx, 471147114711, { actor: nobody, at });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await everything()).toMatch(/471147114711/);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, entries: 5, erased: 0 });
  });

  it('hides no alteration: one made beside it is still named', async () => {
    await forget(anna);
    await tamper(database.db, `update audit_value set actor_name = 'Someone' where seq = 4`);
    expect(await verifyAudit(database.db)).toEqual({ ok: false, seq: 4, why: 'actor' });
  });

  it('and put back from a backup is counted', async () => {
    await sql`create table backup as table audit_value`.execute(database.db);
    await forget(anna);
    await tamper(
      database.db,
      'delete from audit_value where seq < 3; insert into audit_value select * from backup where seq < 3',
    );
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, erased: 1, accounted: 4 });
  });

  it('cannot be forgotten outside of a transaction, where half of it could stay', async () => {
    await expect(forgetPerson(database.db, 471147114711, { actor: anna, at })).rejects.toThrow(
      'in the transaction',
    );
    expect(await everything()).toMatch(/471147114711/);
  });
});
