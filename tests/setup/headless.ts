import { done } from '../../src/platform/result.ts';
import { run } from '../../src/server/run.ts';

// A Nacre process without pages: settings, database, migrations and seed as in src/server/main.ts. Needs no build.
await run(() => Promise.resolve(done('headless')));

// Something must keep it alive besides the database's process.
setInterval(() => {}, 60_000);
