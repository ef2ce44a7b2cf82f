import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../database/connect.ts';
import { testDatabase, type TestDatabase } from '../database/testing.ts';
import { appendAudit, MOST_BYTES } from './append-audit.ts';
import { listAudit } from './list-audit.ts';
import { anEntry, anna, nobody, tamper, write } from './testing.ts';
import { verifyAudit } from './verify-audit.ts';

const database: TestDatabase = await testDatabase();
const { db } = database;
afterAll(() => database.close());
beforeEach(() =>
  tamper(
    db,
    `truncate audit_value, audit_entry, audit_pending;
     update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex')`,
  ),
);

const seqs = async (on: Database = db) =>
  (await on.selectFrom('audit_entry').select('seq').orderBy('seq').execute()).map(({ seq }) => seq);

describe('an entry', () => {
  it('says who did what, when, and what was before and after', async () => {
    await write(db, {});
    expect(await listAudit(db)).toEqual([
      {
        seq: 1,
        at: new Date('2026-11-25T10:00:00.123Z'),
        act: 'practice.publish',
        subject: { kind: 'practice', id: '12', isErased: false },
        role: 'editor',
        actor: { personId: 7, name: 'Anna Bērziņa' },
        detail: { before: { state: 'draft' }, after: { state: 'published', title: 'Ēdamais dārzs' } },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it('keeps nothing of a person outside of the values that can be erased', async () => {
    await write(db, {
      subject: { kind: 'person', id: 471147114711 },
      after: { email: 'liva@example.org' },
      actor: { ...anna, personId: 471247124712 },
    });
    const { rows } = await sql<{ text: string }>`select e::text as text from audit_entry as e`.execute(db);
    expect(rows[0]?.text).not.toMatch(/471[12]471|Anna|liva/);
    const [line] = await listAudit(db);
    expect(line?.subject).toEqual({ kind: 'person', id: '471147114711', isErased: false });
  });

  it('without a person, before and after has no values at all', async () => {
    await db.transaction().execute((trx) =>
      appendAudit(trx, {
        act: 'round.close',
        subject: { kind: 'round', id: null },
        actor: nobody,
        at: new Date(),
      }),
    );
    expect(await db.selectFrom('audit_value').selectAll().execute()).toEqual([]);
    expect((await listAudit(db))[0]).toMatchObject({
      actor: null,
      detail: null,
      role: 'system',
      subject: { id: null },
    });
    expect(await verifyAudit(db)).toMatchObject({ ok: true, entries: 1 });
  });

  it('of more than 64 KiB keeps length and digest only', async () => {
    await write(db, { before: 'x'.repeat(MOST_BYTES - 2), after: 'x'.repeat(MOST_BYTES - 1) });
    const [line] = await listAudit(db);
    expect(line?.detail).toEqual({
      before: 'x'.repeat(MOST_BYTES - 2),
      after: {
        tooLong: { bytes: MOST_BYTES + 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      },
    });
    expect(await verifyAudit(db)).toMatchObject({ ok: true });
  });

  it('keeps every text that JSON can hold, and verifies', async () => {
    const after = {
      zero: '\0',
      half: '\ud800',
      quote: '"\\',
      wide: '😂',
      large: 1e300,
      small: 5e-324,
    };
    await write(db, { after, act: 'a.b', subject: { kind: 'x', id: 'a,1:b' } });
    expect((await listAudit(db))[0]?.detail).toMatchObject({ after });
    expect(await verifyAudit(db)).toMatchObject({ ok: true });
  });

  it.each([
    { act: 'Publish!' as 'a.b' },
    { act: 'publish' as 'a.b' },
    { subject: { kind: 'Anna B', id: 1 } },
    { subject: { kind: 'person', id: 'anna' } },
    { subject: { kind: 'person', id: null } },
    { after: { n: NaN } },
  ])('that is shaped wrongly is refused where it is written: %j', async (over) => {
    await expect(write(db, over)).rejects.toThrow();
    expect(await seqs()).toEqual([]);
  });

  it('is refused outside of a transaction', async () => {
    await expect(appendAudit(db, anEntry())).rejects.toThrow('in the transaction of what it tells of');
  });
});

describe('the chain', () => {
  it('is gapless and linear under sixteen writers, some of whom roll back', async () => {
    const pool = connect(database.url, { max: 16 });
    const writer = async (n: number) => {
      for (let turn = 0; turn < 20; turn++) {
        const isUndone = (n + turn) % 5 === 0;
        const act = pool.transaction().execute(async (trx) => {
          await appendAudit(trx, anEntry({ subject: { kind: 'turn', id: `${n}-${turn}-a` } }));
          await sql`select pg_sleep(${Math.random() / 500})`.execute(trx);
          await appendAudit(trx, anEntry({ subject: { kind: 'turn', id: `${n}-${turn}-b` } }));
          if (isUndone) throw new Error('undone');
        });
        if (isUndone) await expect(act).rejects.toThrow('undone');
        else await act;
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, n) => writer(n)));
    await pool.destroy();
    const count = 16 * 16 * 2;
    expect(await seqs()).toEqual(Array.from({ length: count }, (_, n) => n + 1));
    expect(await verifyAudit(db)).toMatchObject({ ok: true, entries: count });
    // The two of a transaction stand together, in their order.
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_entry as a
      join audit_entry as b on b.seq = a.seq + 1 and b.subject_id = left(a.subject_id, -1) || 'b'
      where a.subject_id like '%a'`.execute(db);
    expect(rows[0]?.n).toBe(count / 2);
    expect(await db.selectFrom('audit_pending').selectAll().execute()).toEqual([]);
  });

  it('is not held up by a command that has written its entry and is not done yet', async () => {
    await db.transaction().execute(async (slow) => {
      await appendAudit(slow, anEntry({ act: 'slow.act' }));
      await write(db, { act: 'quick.act' });
      expect((await listAudit(db)).map(({ act }) => act)).toEqual(['quick.act']);
    });
    expect((await listAudit(db)).map(({ act }) => act)).toEqual(['slow.act', 'quick.act']);
  });

  it('lets two commands that touch the same rows in opposite order of their entries both end', async () => {
    await sql`create table if not exists town_square (id int primary key, n int default 0)`.execute(db);
    await sql`insert into town_square values (1) on conflict do nothing`.execute(db);
    const touch = (isEntryFirst: boolean) =>
      db.transaction().execute(async (trx) => {
        if (isEntryFirst) await appendAudit(trx, anEntry());
        await sql`update town_square set n = n + 1`.execute(trx);
        if (!isEntryFirst) await appendAudit(trx, anEntry());
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => touch(n % 2 === 0)));
    expect(await seqs()).toHaveLength(20);
  });
});

describe('the tables of the log', () => {
  beforeEach(() => write(db, {}, {}));

  it.each([
    `update audit_entry set act = 'a.b'`,
    `delete from audit_entry where seq = 2`,
    `truncate audit_entry cascade`,
    `insert into audit_entry select (jsonb_populate_record(e, '{"seq": 3}')).* from audit_entry as e where seq = 2`,
    `update audit_head set seq = 1`,
    `delete from audit_head`,
    `truncate audit_head`,
    `insert into audit_head (is_only, seq, hash) values (false, 1, '')`,
    `delete from audit_value`,
    `truncate audit_value`,
    `insert into audit_value (seq) values (3)`,
  ])('refuse and say why: %s', async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/only grows.*break the chain/s);
    expect(await verifyAudit(db)).toMatchObject({ ok: true, entries: 2 });
  });

  it.each([
    `actor_name = 'Somebody Else'`,
    `actor_id = 8`,
    `actor_salt = '\\x00'`,
    `after = '{}'`,
    `before = null, after = '1'`,
    `about = '{1}'`,
    `seq = 3`,
    `subject_salt = '\\x00', subject_person_id = 1`,
  ])('let values be emptied and not altered: %s', async (change) => {
    await expect(sql.raw(`update audit_value set ${change} where seq = 2`).execute(db)).rejects.toThrow(
      /emptied and not altered/,
    );
  });

  it('do not let a part be emptied by half', async () => {
    await expect(sql`update audit_value set actor_salt = null`.execute(db)).rejects.toThrow(
      /check constraint/,
    );
  });
});
