import { settings, type Setting } from './settings.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

function row([name, { byDefault, defaultInWords, meaning }]: [string, Setting<unknown>]): string {
  return `| \`${name}\` | ${cell(defaultInWords ?? `\`${byDefault}\``)} | ${cell(meaning)} |`;
}

/** The text of docs/settings.md. */
export function settingsDocument(): string {
  return [
    '# Settings',
    '',
    'Read from the environment and checked at start; a wrong one is named and Nacre does not start. An empty variable counts as',
    'missing. Made from `src/platform/config/settings.ts` by `npm run docs:settings`: change it there.',
    '',
    '| name | default | meaning |',
    '|---|---|---|',
    ...Object.entries(settings).map(row),
    '',
  ].join('\n');
}
