import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetPerson } from '#platform/audit/forget-person.ts';
import { nobody, tamper, write } from '#platform/audit/testing.ts';
import { emptyTestDatabase, testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { reportAudit } from './report-audit.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await write(database.db, {}, {}, {});
});
afterEach(() => database.close());

async function report(...notes: string[]) {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const isWhole = await reportAudit(database.db, notes, { info: say, warn: say, error: say });
  return { isWhole, said: said.join('\n') };
}

describe('the report on the audit log', () => {
  it('says that it is whole, and what to note down', async () => {
    expect(await report()).toEqual({
      isWhole: true,
      said: expect.stringMatching(
        /^The audit log is whole: 3 entries, 0 values erased\. Newest: 3:[0-9a-f]{64}$/,
      ) as string,
    });
  });

  it('compares what was noted down', async () => {
    const whole = await report();
    const noted = /3:[0-9a-f]+/.exec(whole.said)?.[0] ?? '';
    expect(await report(noted)).toEqual(whole);
    expect(await report(noted, noted.replace('3:', '2:'))).toEqual({
      isWhole: false,
      said: 'The audit log is broken at entry 2: it is not there with the hash that was noted down.',
    });
    expect(await report(noted, '3')).toEqual({
      isWhole: false,
      said: 'Not an entry with its hash, as in 12:9f86d081…: 3',
    });
  });

  it('warns of erased values that a backup brought back', async () => {
    await sql`create table backup as table audit_value`.execute(database.db);
    await database.db.transaction().execute((trx) => forgetPerson(trx, 7, { actor: nobody, at: new Date() }));
    await tamper(database.db, 'delete from audit_value; insert into audit_value select * from backup');
    expect(await report()).toEqual({
      isWhole: true,
      said: expect.stringContaining('\n3 erased values are there again') as string,
    });
  });

  it('asks for migrations where there are no tables', async () => {
    const migrated = database;
    database = await emptyTestDatabase();
    expect(await report()).toEqual({
      isWhole: false,
      said: 'The database lacks migrations: run npm run migrate first.',
    });
    await migrated.close();
  });
});

it('npm run audit:verify ends with 1 and one line when an entry was altered, and with 0 when the log is whole', async () => {
  const verify = () => {
    const { PATH = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/audit-verify.ts'], {
      env: { PATH, DATABASE_URL: database.url },
    });
    return { status, said: `${stdout.toString()}${stderr.toString()}` };
  };
  expect(verify()).toMatchObject({ status: 0 });
  await tamper(database.db, `update audit_entry set role = 'admin' where seq >= 2`);
  expect(verify()).toEqual({
    status: 1,
    said: 'error: The audit log is broken at entry 2: it was altered after it was written.\n',
  });
}, 60_000);
