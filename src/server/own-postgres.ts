import pg from 'pg';
import { done, refuse, type Result } from '#platform/result.ts';

/** Oldest major version that the SQL is written for. */
const OLDEST = 16;

/** "database nacre at db.example:5432", without user and password. */
function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `database ${decodeURIComponent(pathname.slice(1))} at ${searchParams.get('host') ?? hostname}:${port || 5432}`;
}

function causeOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  if (code === '28P01' || code === '28000') return 'user or password are refused';
  if (code === '3D000') return 'there is no such database';
  return (message || code || 'no answer').split('\n')[0] ?? '';
}

/** Tries the PostgreSQL of DATABASE_URL. Refuses in one line that names host, port and database, never the password. */
export async function checkOwnPostgres(url: string): Promise<Result<string, string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version >= OLDEST) return done(url);
    return refuse(
      `The ${placeOf(url)} is PostgreSQL ${version}: Nacre needs ${OLDEST} or newer (developed on 18).`,
    );
  } catch (error) {
    return refuse(`The ${placeOf(url)} cannot be used: ${causeOf(error)}. Check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => {});
  }
}
