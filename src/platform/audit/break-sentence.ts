import type { AuditBreak } from './verify-audit.ts';

const sentences: Readonly<Record<AuditBreak, string>> = {
  missing: 'it is missing',
  previous:
    'it does not continue the entry before it: that one was altered with its hash, or one was put in or taken out',
  hash: 'it was altered after it was written',
  actor: 'who acted was altered in audit_value',
  subject: 'whom it is about was altered in audit_value',
  detail: 'before or after were altered in audit_value',
  head: 'audit_head tells of another end of the log',
  unchained: 'an entry waits in audit_pending: the trigger that chains entries was switched off',
  known: 'it is not there with the hash that was noted down',
  erasure: 'its values were emptied, and more values are empty than entries tell of',
};

/** What `verifyAudit` found wrong, in a line for whoever runs it. */
export const breakSentence = (seq: number, why: AuditBreak): string =>
  `The audit log is broken at entry ${seq}: ${sentences[why]}.`;
