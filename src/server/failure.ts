/** Codes by which the system (ENOSPC, EDQUOT) and PostgreSQL (53100) say that the disk is full. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');

/** Whether the database ended or shut the connection (classes 57 and 58, or no code of PostgreSQL's at all) rather than refused a statement. */
export const isDatabaseGone = (error: unknown): boolean => !/^(?!5[78])[0-9][0-9A-Z]{4}$/.test(codeOf(error));

/** The one line for a start that broke off, for the person who started it. */
export function startFailureLine(error: unknown): string {
  if (FULL.has(codeOf(error))) return 'The disk is full: free some space and start again.';
  const { message } = error instanceof Error ? error : { message: String(error) };
  return `Nacre could not start: ${(message || codeOf(error)).split('\n')[0]}`;
}

/** Whether the failure is one that `startFailureLine` explains by itself, without a stack. */
export const isExplained = (error: unknown): boolean => FULL.has(codeOf(error));

/** The one line for a port that cannot be listened on, or nothing when the failure is another. */
export function listenFailureLine(error: unknown, port: number): string | undefined {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use: stop the program that uses it, or choose another port with PORT=${port === 65_535 ? 3001 : port + 1} npm start.`;
    case 'EACCES':
      return `Port ${port} is only for administrators: choose one above 1023, for example PORT=3000 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this machine: choose another, or leave it out.';
    default:
      return undefined;
  }
}
