import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../../src/platform/audit/append-audit.ts';
import { forgetPerson } from '../../src/platform/audit/forget-person.ts';
import { connect, type Tables } from '../../src/platform/database/connect.ts';
import { startEmbedded } from '../../src/platform/database/embedded/start-embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { migrationsFolder } from '../../src/platform/project-root.ts';

// `node tests/setup/audit-writers.ts <address of a database, or a data folder>`, in a process of its own, to be killed: eight
// writers change a row and write an audit entry in one transaction, as fast as they can, and print what was committed.

const WRITERS = 8;
const [where = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function reached(): Promise<string> {
  if (where.startsWith('postgres')) return where;
  const started = await startEmbedded({ dataFolder: where });
  if (!started.ok) throw new Error(started.refusal);
  const migrated = await migrate(started.value.url, { folder: migrationsFolder() });
  if (!migrated.ok) throw new Error(migrated.refusal);
  return started.value.url;
}

const url = await reached();
const db = connect(url, { max: WRITERS });
await sql`create table if not exists noted_act (id text primary key)`.execute(db);

async function submit(trx: Transaction<Tables>, id: string, n: number): Promise<void> {
  const at = new Date();
  const person = 1 + (n % 20);
  await sql`insert into noted_act values (${id})`.execute(trx);
  await appendAudit(trx, {
    act: 'application.submit',
    subject: { kind: 'application', id },
    actor: { personId: person, name: `Person ${person}`, role: 'applicant' },
    after: { state: 'submitted', words: 'Kultūra tuvina. '.repeat(20), n },
    about: [person],
    at,
  });
  const system = { personId: null, name: null, role: 'system' };
  if (n % 40 === 0) await forgetPerson(trx, person, { actor: system, at });
}

async function write(writer: string): Promise<never> {
  for (let n = 1; ; n++) {
    const id = `${writer}-${n}`;
    await db.transaction().execute((trx) => submit(trx, id, n));
    say(`done ${id}`);
  }
}

say(`ready ${url}`);
const run = randomUUID();
process.stdin.once('data', () => {
  for (let n = 0; n < WRITERS; n++) void write(`${run}-${n}`);
});
