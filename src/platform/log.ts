/** Facts beside a message: plain values only. */
export type LogFacts = Readonly<Record<string, unknown>>;

/** Where a process says what it does. */
export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

type Level = keyof Log;

const plain = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

/** `lines` is one JSON object a line, for machines; `readable` is for a person before a terminal. */
export type LogFormat = 'readable' | 'lines';

function format(shape: LogFormat, level: Level, message: string, facts: LogFacts): string {
  const entries = Object.entries(facts).map(([name, value]) => [name, plain(value)] as const);
  if (shape === 'lines') {
    return JSON.stringify({ at: new Date().toISOString(), level, message, ...Object.fromEntries(entries) });
  }
  const tail = entries.map(
    ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${level === 'info' ? '' : `${level}: `}${message}${tail.join('')}`;
}

/** A log on standard output (information) and standard error (warnings, errors). */
export function processLog(shape: LogFormat = 'readable'): Log {
  const write =
    (level: Level) =>
    (message: string, facts: LogFacts = {}) => {
      const stream = level === 'info' ? process.stdout : process.stderr;
      stream.write(`${format(shape, level, message, facts)}\n`);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** A log that keeps nothing, for tests and quiet scripts. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
