import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What a browser in a test must not do: nothing in the background, nothing that asks another machine. */
export const chromiumArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox cannot be used by root; elsewhere it stays on.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of the machine, if it has one: CHROMIUM_PATH, Debian's, or any in the path. */
export function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = [
    '/usr/bin/chromium',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  return process.env['CHROMIUM_PATH'] || places.find(isProgram);
}

/** The path of a Chromium: the machine's own, else that of npm, which is unpacked into the temporary folder once. */
export async function chromiumPath(): Promise<string> {
  return installedChromium() ?? (await sparticuz.executablePath());
}
