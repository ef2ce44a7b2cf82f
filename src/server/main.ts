import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changeMark } from '#platform/changes/hearing.ts';
import { closeAppDatabase } from '#platform/database/app-database.ts';
import { projectRoot } from '#platform/project-root.ts';
import { done, refuse } from '#platform/result.ts';
import { largestBody } from './body-limits.ts';
import { listenFailureLine } from './failure.ts';
import { pageCache } from './page-cache.ts';
import { PRIVATE_HEADERS } from './request-origin.ts';
import { run, type WebStart } from './run.ts';
import { drain, listen, requestListener, webServer, type Handler } from './web-server.ts';

/** Serves the built pages. */
const serveBuild: WebStart = async (config, life) => {
  const built = join(projectRoot(), 'build/handler.js');
  if (
    !(await access(built).then(
      () => true,
      () => false,
    ))
  )
    return refuse('Nacre is not built yet: run npm start, or npx vite build.');
  // Read by adapter-node when its handler is imported.
  process.env['PROTOCOL_HEADER'] = PRIVATE_HEADERS.protocol;
  process.env['HOST_HEADER'] = PRIVATE_HEADERS.host;
  process.env['ADDRESS_HEADER'] = PRIVATE_HEADERS.address;
  process.env['BODY_SIZE_LIMIT'] = String(largestBody(config.bodySizeLimit));
  delete process.env['PORT_HEADER'];
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };

  const origin = config.hasOwnOrigin ? config.origin : undefined;
  const server = webServer(
    requestListener(
      handler,
      { origin, trustProxy: config.trustProxy },
      pageCache(changeMark),
      config.bodySizeLimit,
    ),
  );
  try {
    await listen(server, config.port, config.host);
  } catch (error) {
    const line = listenFailureLine(error, config.port);
    if (line === undefined) throw error;
    return refuse(line);
  }
  life.onStop(async () => {
    await drain(server);
    await closeAppDatabase();
  });
  return done(`http://localhost:${config.port}/`);
};

await run(serveBuild);
