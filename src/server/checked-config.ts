import { readConfig, type Config } from '#platform/config/config.ts';
import { done, refuse, type Result } from '#platform/result.ts';

/** The settings of this process, or the lines that say which are wrong. */
export function checkedConfig(): Result<Config, string> {
  const reading = readConfig(process.env);
  return reading.ok
    ? done(reading.config)
    : refuse(reading.problems.map((problem) => problem.message).join('\n'));
}
