import { processLog } from '#platform/log.ts';
import { onDatabase } from './on-database.ts';
import { reportAudit } from './report-audit.ts';

// `npm run audit:verify -- [<entry>:<hash> …]`: whether the audit log is whole, and still holds what was noted down earlier.

const log = processLog();

process.exitCode = (await onDatabase(log, (db) => reportAudit(db, process.argv.slice(2), log))) ? 0 : 1;
