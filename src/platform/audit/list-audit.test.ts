import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database/testing.ts';
import { appendAudit } from './append-audit.ts';
import { auditColumns, auditRows, type AuditRow } from './audit-rows.ts';
import { forgetPerson } from './forget-person.ts';
import { listAudit, type AuditFilter } from './list-audit.ts';
import { nobody, write } from './testing.ts';

const database = await testDatabase();
const { db } = database;
afterAll(() => database.close());

const day = (n: number) => new Date(`2026-11-0${n}T00:00:00Z`);
beforeAll(async () => {
  await write(
    db,
    { at: day(1) },
    { at: day(2), act: 'practice.archive', before: { share: '100%' } },
    {
      at: day(3),
      subject: { kind: 'person', id: 7 },
      actor: nobody,
      act: 'person.invite',
      after: { email: 'anna@example.org' },
    },
    {
      at: day(4),
      actor: { personId: 8, name: 'Jurgis_K', role: 'admin' },
      subject: { kind: 'practice', id: 13 },
    },
    {
      at: day(5),
      actor: { personId: 9, name: 'Gone', role: 'editor' },
      subject: { kind: 'person', id: 9 },
      act: 'person.leave',
    },
  );
  await db.transaction().execute((trx) => forgetPerson(trx, 9, { actor: nobody, at: day(6) }));
});

const found = async (filter: AuditFilter & { before?: number; limit?: number }) =>
  (await listAudit(db, filter)).map(({ seq }) => seq);

describe('the log', () => {
  it.each<[string, AuditFilter & { before?: number; limit?: number }, number[]]>([
    ['is read newest first', {}, [6, 5, 4, 3, 2, 1]],
    ['goes on where a page ended', { before: 4, limit: 2 }, [3, 2]],
    ['is narrowed to an act', { act: 'practice.archive' }, [2]],
    ['is narrowed to a kind of things', { subject: { kind: 'practice' } }, [4, 2, 1]],
    ['is narrowed to one thing', { subject: { kind: 'practice', id: 12 } }, [2, 1]],
    ['is narrowed to what was done to a person', { subject: { kind: 'person', id: '7' } }, [3]],
    ['knows nothing of what is no number of a person', { subject: { kind: 'person', id: 'x' } }, []],
    ['is narrowed to what a person did', { actor: 7 }, [2, 1]],
    ['does not find persons who were forgotten', { actor: 9 }, []],
    ['is narrowed to a time, its end not included', { from: day(2), until: day(4) }, [3, 2]],
    ['is searched by words of before and after', { words: 'ēdamais DĀRZS' }, [4, 2, 1]],
    ['is searched by names', { words: 'bērziņa' }, [2, 1]],
    ['is searched by acts and kinds', { words: 'archive' }, [2]],
    ['takes no sign of a word for a pattern', { words: '100%' }, [2]],
    ['takes no underscore for any sign', { words: 's_k' }, [4]],
    ['takes no backslash for an escape', { words: '\\' }, []],
    ['survives a zero character', { words: 'arch\0ive' }, [2]],
    ['wants all of it', { words: 'dārzs', act: 'practice.publish', actor: 8, from: day(1) }, [4]],
  ])('%s', async (_, filter, seqs) => {
    expect(await found(filter)).toEqual(seqs);
  });

  it('becomes rows for a table, with what was erased marked', async () => {
    const rows: AuditRow[] = [];
    for await (const row of auditRows(db)) rows.push(row);
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => auditColumns.length));
    expect(rows.map((row) => row.slice(0, -1))).toEqual([
      [6, '2026-11-06T00:00:00.000Z', 'audit.forget', 'audit', null, 'system', null, null, null, null],
      [
        5,
        '2026-11-05T00:00:00.000Z',
        'person.leave',
        'person',
        'erased',
        'editor',
        'erased',
        'erased',
        'erased',
        'erased',
      ],
      expect.arrayContaining([4, 'admin', 8, 'Jurgis_K']),
      expect.arrayContaining([3, '7', '{"email":"anna@example.org"}']),
      expect.arrayContaining([2, '{"share":"100%"}']),
      [
        1,
        '2026-11-01T00:00:00.000Z',
        'practice.publish',
        'practice',
        '12',
        'editor',
        7,
        'Anna Bērziņa',
        '{"state":"draft"}',
        '{"state":"published","title":"Ēdamais dārzs"}',
      ],
    ]);
  });

  it('becomes rows for a table longer than a batch', async () => {
    const other = await testDatabase();
    await other.db.transaction().execute(async (trx) => {
      for (let n = 1; n <= 401; n++)
        await appendAudit(trx, { act: 'a.b', subject: { kind: 'turn', id: n }, actor: nobody, at: day(1) });
    });
    const seqs: unknown[] = [];
    for await (const [seq] of auditRows(other.db, { act: 'a.b' })) seqs.push(seq);
    expect(seqs).toEqual(Array.from({ length: 401 }, (_, n) => 401 - n));
    await other.close();
  });
});
