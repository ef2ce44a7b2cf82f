import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/connect.ts';
import { testDatabase, type TestDatabase } from '../database/testing.ts';
import { appendAudit } from './append-audit.ts';
import { entryHash } from './digests.ts';
import { anEntry, nobody, tamper, write } from './testing.ts';
import { readKnownHash, verifyAudit, type AuditVerdict } from './verify-audit.ts';

const database: TestDatabase = await testDatabase();
const { db } = database;
afterAll(() => database.close());
beforeAll(async () => {
  // 3 has all three parts, 4 none, and 5 nothing but an actor.
  await write(db, {}, {}, { subject: { kind: 'person', id: 9 }, about: [8] });
  await write(db, { actor: nobody, before: undefined, after: undefined });
  await write(db, { before: undefined, after: undefined }, {}, {});
});
let whole: AuditVerdict;
beforeAll(async () => (whole = await verifyAudit(db)));
// Every test puts the log back as it was.
afterEach(async () => {
  for (const table of ['audit_value', 'audit_entry', 'audit_head', 'audit_pending']) await restore(db, table);
  expect(await verifyAudit(db)).toEqual(whole);
});
beforeAll(async () => {
  for (const table of ['audit_value', 'audit_entry', 'audit_head', 'audit_pending'])
    await sql`create table ${sql.table(`kept_${table}`)} as table ${sql.table(table)}`.execute(db);
});

async function restore(on: Database, table: string): Promise<void> {
  const columns = await sql<{ name: string }>`select quote_ident(attname) as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attidentity = ''`.execute(on);
  const list = columns.rows.map(({ name }) => name).join(', ');
  await tamper(on, `delete from ${table}; insert into ${table} (${list}) select ${list} from kept_${table}`);
}

const broken = (seq: number, why: string) => ({ ok: false, seq, why });

/** The entry's hash made right again after tampering, as one would do who knows how. */
async function rehash(seq: number): Promise<void> {
  await tamper(
    db,
    `update audit_entry set hash = audit_hash('nacre audit 1', seq::text, (extract(epoch from at) * 1000000)::bigint::text, act,
      subject_kind, subject_id, encode(subject_digest, 'hex'), role, encode(actor_digest, 'hex'),
      encode(detail_digest, 'hex'), values_erased::text, encode(previous, 'hex')) where seq = ${seq}`,
  );
}

describe('a log', () => {
  it('that is whole says how long it is and what its newest hash is, in batches of any size', async () => {
    const head = await db.selectFrom('audit_head').select('hash').executeTakeFirstOrThrow();
    const expected = { ok: true, entries: 7, erased: 0, accounted: 0, head: head.hash.toString('hex') };
    for (const batch of [1, 2, 7, 8]) expect(await verifyAudit(db, { batch })).toEqual(expected);
  });

  it('that is empty is whole', async () => {
    const empty = await testDatabase();
    expect(await verifyAudit(empty.db)).toMatchObject({ ok: true, entries: 0, head: '0'.repeat(64) });
    await empty.close();
  });

  it('is verified as it was at one moment, while others write on', async () => {
    const other = await testDatabase();
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await write(other.db, {});
    })();
    for (let n = 0; n < 20; n++)
      expect(await verifyAudit(other.db, { batch: 5 })).toMatchObject({ ok: true });
    isOver = true;
    await writing;
    await other.close();
  });

  it('has hashes that anyone can take from the documented texts', async () => {
    const hash = entryHash(
      {
        seq: '1',
        micros: '0',
        act: 'a.ž',
        subject_kind: 'x',
        subject_id: null,
        subject_digest: null,
        role: 'r',
        actor_digest: null,
        detail_digest: null,
        values_erased: 0,
      },
      Buffer.alloc(1),
    );
    const { rows } = await sql<{ hash: Buffer }>`select sha256(convert_to(
      '13:nacre audit 1,1:1,1:0,4:a.ž,1:x,-,-,1:r,-,-,1:0,2:00', 'UTF8')) as hash`.execute(db);
    expect(hash.toString('hex')).toBe(rows[0]?.hash.toString('hex'));
  });
});

describe('tampering is named at the first broken entry', () => {
  it.each([
    [`at = at + interval '1 microsecond'`, 'hash'],
    [`act = 'practice.remove'`, 'hash'],
    [`subject_kind = 'application'`, 'hash'],
    [`subject_id = '13'`, 'hash'],
    [`subject_id = null`, 'hash'],
    [`role = 'admin'`, 'hash'],
    [`actor_digest = sha256('')`, 'hash'],
    [`actor_digest = null`, 'hash'],
    [`detail_digest = sha256('')`, 'hash'],
    [`detail_digest = null`, 'hash'],
    [`values_erased = 1`, 'hash'],
    [`hash = sha256('')`, 'hash'],
    [`previous = sha256('')`, 'previous'],
  ])('in an entry: %s', async (change, why) => {
    await tamper(db, `update audit_entry set ${change} where seq in (2, 6)`);
    expect(await verifyAudit(db)).toEqual(broken(2, why));
  });

  it('in which person an entry is about', async () => {
    await tamper(db, `update audit_entry set subject_digest = sha256('') where seq = 3`);
    expect(await verifyAudit(db)).toEqual(broken(3, 'hash'));
  });

  it.each([
    ['actor_id = 8', 'actor'],
    ['actor_id = 9223372036854775807', 'actor'],
    [`actor_name = 'Someone else'`, 'actor'],
    ['actor_name = null', 'actor'],
    [`actor_salt = '\\x00'`, 'actor'],
    ['subject_person_id = 8', 'subject'],
    [`subject_salt = '\\x00'`, 'subject'],
    [`before = '{"state":"other"}'`, 'detail'],
    [`before = null`, 'detail'],
    [`before = '{"state": "draft"}'`, 'detail'],
    [`after = before`, 'detail'],
    [`before = after, after = before`, 'detail'],
    [`about = '{9}'`, 'detail'],
    [`about = '{8,9,10}'`, 'detail'],
    [`detail_salt = '\\x00'`, 'detail'],
  ])('in a value: %s', async (change, why) => {
    await tamper(db, `update audit_value set ${change} where seq = 3`);
    expect(await verifyAudit(db)).toEqual(broken(3, why));
  });

  it('where an actor is put to an act of the system', async () => {
    await tamper(db, `insert into audit_value (seq, actor_salt, actor_id) values (4, '\\x00', 7)`);
    expect(await verifyAudit(db)).toEqual(broken(4, 'actor'));
  });

  it('where an entry was altered and its hash made right: the next one does not continue it', async () => {
    await tamper(db, `update audit_entry set role = 'admin' where seq = 5`);
    await rehash(5);
    expect(await verifyAudit(db)).toEqual(broken(6, 'previous'));
  });

  it('where the last entry was altered and its hash made right: the head knows better', async () => {
    await tamper(db, `update audit_entry set role = 'admin' where seq = 7`);
    await rehash(7);
    expect(await verifyAudit(db)).toEqual(broken(7, 'head'));
  });

  it('where two entries were swapped', async () => {
    await tamper(
      db,
      `alter table audit_value drop constraint audit_value_seq_fkey;
      update audit_entry set seq = 99 where seq = 5; update audit_entry set seq = 5 where seq = 6;
      update audit_entry set seq = 6 where seq = 99`,
    );
    expect(await verifyAudit(db)).toEqual(broken(5, 'previous'));
  });

  it.each([
    ['the first', 'seq = 1', 1],
    ['one in between', 'seq = 5', 5],
    ['the last', 'seq = 7', 7],
    ['all from one on', 'seq >= 6', 6],
    ['all', 'true', 1],
  ])('where %s was removed', async (_, which, seq) => {
    await tamper(db, `delete from audit_value where ${which}; delete from audit_entry where ${which}`);
    expect(await verifyAudit(db)).toEqual(broken(seq, 'missing'));
  });

  it('where one was put in at the end, past the head', async () => {
    await tamper(
      db,
      `insert into audit_entry select (jsonb_populate_record(e, jsonb_build_object('seq', 8, 'previous', hash))).* from audit_entry as e where seq = 7`,
    );
    await rehash(8);
    // Its hash is right; only the head does not know it.
    await tamper(db, `update audit_entry set actor_digest = null, detail_digest = null where seq = 8`);
    await rehash(8);
    expect(await verifyAudit(db)).toEqual(broken(8, 'head'));
  });

  it('where the head is gone', async () => {
    await tamper(db, 'delete from audit_head');
    expect(await verifyAudit(db)).toEqual(broken(7, 'head'));
  });

  it('where entries were written while the trigger that chains them was switched off', async () => {
    await sql`alter table audit_pending disable trigger audit_append`.execute(db);
    await db.transaction().execute((trx) => appendAudit(trx, anEntry()));
    await sql`alter table audit_pending enable trigger audit_append`.execute(db);
    expect(await verifyAudit(db)).toEqual(broken(8, 'unchained'));
  });

  it('where values were emptied or removed and no entry says so', async () => {
    await sql`update audit_value set detail_salt = null, before = null, after = null, about = null where seq = 6`.execute(
      db,
    );
    expect(await verifyAudit(db)).toEqual(broken(6, 'erasure'));
    await tamper(db, 'delete from audit_value where seq = 2');
    expect(await verifyAudit(db)).toEqual(broken(2, 'erasure'));
  });
});

describe('who cuts the end off and moves the head back', () => {
  it('is not seen by the log alone, and is by a hash that was noted down elsewhere', async () => {
    const noted = readKnownHash(whole.ok ? `${whole.entries}:${whole.head}` : '');
    if (noted === undefined) throw new Error('not whole');
    expect(await verifyAudit(db, { known: [noted] })).toEqual(whole);
    await tamper(
      db,
      `delete from audit_value where seq = 7; delete from audit_entry where seq = 7;
      update audit_head set seq = 6, hash = (select hash from audit_entry where seq = 6)`,
    );
    expect(await verifyAudit(db)).toMatchObject({ ok: true, entries: 6 });
    expect(await verifyAudit(db, { known: [noted] })).toEqual(broken(7, 'known'));
    expect(await verifyAudit(db, { known: [{ ...noted, seq: 4 }] })).toEqual(broken(4, 'known'));
  });

  it.each(['', '7', '7:abc', `x:${'0'.repeat(64)}`, `7:${'0'.repeat(65)}`])('%j is no noted hash', (text) => {
    expect(readKnownHash(text)).toBeUndefined();
  });
});
