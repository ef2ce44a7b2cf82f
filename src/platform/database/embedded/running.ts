import pg from 'pg';
import { socketFolder, urlOf } from './address.ts';
import { databaseHome } from './home.ts';
import { DATABASE_USER } from './initialise.ts';

/** The connection string of the embedded database of a data folder, if a copy of Nacre is running it now. */
export async function runningDatabase(dataFolder: string): Promise<string | undefined> {
  const home = await databaseHome(dataFolder);
  if (!home.ok) return undefined;
  const url = urlOf(socketFolder(home.value.path), DATABASE_USER);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
