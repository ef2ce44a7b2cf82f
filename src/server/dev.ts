import { createServer } from 'vite';
import { closeAppDatabase } from '#platform/database/app-database.ts';
import { done } from '#platform/result.ts';
import { run, type WebStart } from './run.ts';

/** Serves the pages from their sources and reloads them on change. */
const serveSources: WebStart = async (config, life) => {
  const server = await createServer({
    server: { port: config.port, strictPort: true, host: config.host ?? true },
  });
  await server.listen();
  life.onStop(async () => {
    await server.close();
    await closeAppDatabase();
  });
  return done(`http://localhost:${config.port}/ (reloads on change)`);
};

await run(serveSources);
