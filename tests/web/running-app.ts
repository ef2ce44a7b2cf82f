import { parse, type HTMLElement } from 'node-html-parser';
import { afterAll } from 'vitest';
import type { Database } from '../../src/platform/database/connect.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { layDocuments } from './documents-in-the-making.ts';
import { ensureBuild } from './ensure-build.ts';
import { rawRequest, type Answer, type Asking } from './raw-request.ts';
import { spawnServer } from './spawned-server.ts';

/** The built app on the seed world, in a process and a database of its own. */
export interface RunningApp {
  readonly db: Database;
  readonly origin: string;
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** The page at `path`, parsed. */
  page(path: string, asking?: Asking): Promise<HTMLElement>;
}

/** Starts the app for one test file and stops it after the file's last test. */
export async function runningApp(settings: Record<string, string> = {}): Promise<RunningApp> {
  await ensureBuild();
  const database = await testDatabase();
  await layDocuments(database.url);
  const server = await spawnServer({ DATABASE_URL: database.url, ...settings });
  afterAll(async () => {
    await server.stop();
    await database.close();
  });
  const ask = (path: string, asking?: Asking) => rawRequest(server.port, path, asking);
  return {
    db: database.db,
    origin: settings['ORIGIN'] ?? `http://localhost:${server.port}`,
    ask,
    page: async (path, asking) => parse((await ask(path, asking)).text),
  };
}
