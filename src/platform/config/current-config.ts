import { readConfig, type Config } from './config.ts';

let current: Config | undefined;

/** The settings of this process, read once. For pages; `server.js` has checked them before, so this throws only in tools. */
export function currentConfig(): Config {
  if (current) return current;
  const reading = readConfig(process.env);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join(' '));
  return (current = reading.config);
}
