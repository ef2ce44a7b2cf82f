import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './tests/setup/chromium.ts';
import { freePort } from './tests/setup/free-port.ts';

/*
 * Every journey runs on the desktop with and without JavaScript. The other projects take the journeys that name them
 * (`@phone`, `@narrow`, `@dark` as a tag), so that each page meets each; NACRE_FULL=1 runs the whole matrix.
 * A journey that is about a script itself carries `@script` and is left out without JavaScript.
 */
const isFull = process.env['NACRE_FULL'] === '1';
const named = (tag: RegExp): { grep?: RegExp } => (isFull ? {} : { grep: tag });
/** A window of 320 px is the same whatever the project's own: once is enough, and a hundred and fifty journeys take minutes. */
const wide = isFull ? {} : { testIgnore: /narrow-windows/ };

// This file is read again by every worker: what the first reading chose is kept in the environment.
process.env['NACRE_TEST_PORT'] ??= String(await freePort());
if (process.env['NACRE_TEST_DATA'] === undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'nacre-journeys-'));
  // Under root the database runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  process.env['NACRE_TEST_DATA'] = folder;
  // At the very end: a global teardown would run while the server still uses it.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
const origin = `http://localhost:${process.env['NACRE_TEST_PORT']}`;

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: '.cache/journeys',
  globalSetup: './tests/setup/journeys.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    baseURL: origin,
    // Recording costs an eighth of the time and is only read by somebody who looks for a fault.
    trace: process.env['NACRE_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Riga',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArguments },
  },
  projects: [
    { name: 'desktop', ...wide, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'no-js',
      ...wide,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
      grepInvert: /@script\b/,
    },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
      ...named(/@phone\b/),
    },
    { name: 'narrow', use: { viewport: { width: 320, height: 640 } }, ...named(/@narrow\b/) },
    {
      name: 'dark',
      use: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
      ...named(/@dark\b/),
    },
  ],
  webServer: {
    command: `"${process.execPath}" server.js`,
    url: `${origin}/ready`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { PORT: process.env['NACRE_TEST_PORT'], NACRE_DATA: process.env['NACRE_TEST_DATA'] },
  },
});
