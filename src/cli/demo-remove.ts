import { systemClock } from '#platform/clock.ts';
import { processLog } from '#platform/log.ts';
import { removeDemonstration } from '#domains/practices/index.ts';
import { onDatabase } from './on-database.ts';

// `npm run demo:remove`: erases the demonstration accounts, their towns and what they made; they are not made again.

const log = processLog();

const isDone = await onDatabase(log, async (db) => {
  log.info(`Demonstration accounts removed: ${await removeDemonstration(db, systemClock)}`);
  return true;
});
process.exitCode = isDone ? 0 : 1;
