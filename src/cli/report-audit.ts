import { breakSentence } from '#platform/audit/break-sentence.ts';
import { readKnownHash, verifyAudit } from '#platform/audit/verify-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { readiness } from '#platform/database/ready.ts';
import type { Log } from '#platform/log.ts';

/** Verifies the audit log, against hashes noted as '<entry>:<hash>' too, and says in a line how it is. False when it is not whole. */
export async function reportAudit(db: Database, notes: readonly string[], log: Log): Promise<boolean> {
  const fail = (line: string): false => {
    log.error(line);
    return false;
  };
  if (!(await readiness(db)).ready) return fail('The database lacks migrations: run npm run migrate first.');
  const known = notes.map(readKnownHash);
  const strange = notes.find((_, n) => known[n] === undefined);
  if (strange !== undefined) return fail(`Not an entry with its hash, as in 12:9f86d081…: ${strange}`);
  const verdict = await verifyAudit(db, { known: known.filter((each) => each !== undefined) });
  if (!verdict.ok) return fail(breakSentence(verdict.seq, verdict.why));
  const { entries, erased, accounted, head } = verdict;
  log.info(`The audit log is whole: ${entries} entries, ${erased} values erased. Newest: ${entries}:${head}`);
  if (erased < accounted)
    log.warn(
      `${accounted - erased} erased values are there again, as after restoring a backup: erase them anew.`,
    );
  return true;
}
