import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts';
import { connect } from '../../src/platform/database/connect.ts';

/** How the log stands when the writers come back after a kill. */
export interface Aftermath {
  /** 'whole', or what is broken. */
  readonly chain: string;
  readonly entries: number;
  /** Committed acts without an entry, entries without their act, and acts that were told to be done and are not there. */
  readonly torn: number;
  readonly lost: number;
}

async function lookAt(url: string, told: ReadonlySet<string>): Promise<Aftermath> {
  const db = connect(url, { max: 1 });
  try {
    const verdict = await verifyAudit(db);
    const torn = await sql<{ n: number }>`select count(*)::int as n
      from (select subject_id as id from audit_entry where act = 'application.submit') as e
      full join noted_act as a using (id) where e.id is null or a.id is null`.execute(db);
    const { rows } = await sql<{ id: string }>`select id from noted_act`.execute(db);
    const kept = new Set(rows.map(({ id }) => id));
    return {
      chain: verdict.ok ? 'whole' : `${verdict.why} at ${verdict.seq}`,
      entries: verdict.ok ? verdict.entries : -1,
      torn: torn.rows[0]?.n ?? -1,
      lost: [...told].filter((id) => !kept.has(id)).length,
    };
  } finally {
    await db.destroy();
  }
}

/** Starts the writers of audit-writers.ts; `told` grows by each act that they say is done. Before they begin, the log is looked at. */
export function startWriters(where: string, told: Set<string>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['tests/setup/audit-writers.ts', where], {
    env: { PATH },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let rest = '';
  let tellUrl: (url: string) => void = () => {};
  const url = new Promise<string>((resolve) => (tellUrl = resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, value = ''] = line.split(' ');
      if (word === 'ready') tellUrl(value);
      else told.add(value);
    }
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const isUp = Promise.race([
    url,
    ended.then(() => {
      throw new Error('The writers ended by themselves.');
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    ended,
    aftermath: async () => lookAt(await isUp, told),
    go: () => void child.stdin.write('go\n'),
  };
}
