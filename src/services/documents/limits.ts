/**
 * So many documents of one template may wait or be set at once; whoever asks for more is told to come back. Each template has its own
 * number: there are endlessly many booklets, and they must not keep anybody from a single practice.
 */
export const MOST_UNFINISHED = 20;

/** The templates that there are: a practice's and the booklet's. */
const TEMPLATES = 2;

/** So many of them may be one reader's, or one reader could keep all others from theirs. */
export const MOST_OF_A_READER = 5;

/** After which time that reader may come back, in seconds. */
export const RETRY_AFTER_S = 60;

/** How long a request waits for its document before it leads to the page that shows progress. */
export const PATIENCE_MS = 2000;

/** A document that takes longer is given up. */
export const SETTING_MS = 60_000;

/** One that has been unfinished for longer than all before it together may take was lost, and is asked for anew. */
export const LOST_AFTER_S = (TEMPLATES * MOST_UNFINISHED * SETTING_MS) / 1000 + 60;

/** The process that sets pages ends after so long without work, and gives its memory back. */
export const IDLE_MS = 120_000;

/** So long a document is left to the release of Nacre that it was asked of; then it is given up, for nobody runs that any more. */
export const OTHER_RELEASE_S = 45;

/**
 * Only what is no fault of the document makes its job fail (a process that stops, a database that restarts), so it is tried again for as
 * long as somebody may wait.
 */
export const SETTING_RETRIES = { limit: 20, delaySeconds: 3, backoff: false };
