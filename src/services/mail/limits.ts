import type { JobRetries } from '#platform/queue/start-queue.ts';

/** A mail that the server does not take now is tried again for a day and a half: as long as a server may be away over a night. */
export const RETRIES: JobRetries = { limit: 12, delaySeconds: 30, backoff: true };

/** One that still waits after so long has lost its job. */
export const LOST_AFTER_DAYS = 3;

/** One attempt may take so long before another process makes the next. Longer than all waits of the transport together. */
export const ATTEMPT_S = 300;

/** For a connection, and for each answer of the mail server. */
export const CONNECT_MS = 15_000;
export const ANSWER_MS = 60_000;

/** Mails on a page of the list. */
export const PAGE_SIZE = 50;
