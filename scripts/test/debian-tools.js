import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {import('./tally.js').Tally} Tally */

/** @param {string} program */
function isInPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What some tests want besides npm's packages, and how to see that it is there. */
const tools = [
  { debian: 'default-jre-headless', isThere: () => isInPath('java'), without: 'no HTML checker' },
  {
    debian: 'python3-feedparser',
    isThere: () => spawnSync('/usr/bin/python3', ['-c', 'import feedparser']).status === 0,
    without: 'no independent reader of feeds',
  },
  {
    debian: 'chromium',
    isThere: () =>
      Boolean(process.env['CHROMIUM_PATH']) ||
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(isInPath),
    without: "npm's Chromium is used",
  },
  {
    debian: 'poppler-utils',
    isThere: () => ['pdfinfo', 'pdftotext'].every(isInPath),
    without: 'PDF is not read back',
  },
  { debian: 'qpdf', isThere: () => isInPath('qpdf'), without: 'PDF is not read back' },
];

/** @param {string[]} args */
const apt = (args) =>
  spawnSync('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=60', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * As root on Debian, installs the tools that are missing. What cannot be had is named; the tests that want it are
 * counted as skipped where they stand.
 * @returns {Promise<Tally>} nothing to count
 */
export async function installDebianTools() {
  const missing = tools.filter((tool) => !tool.isThere());
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && isInPath('apt-get');
  if (missing.length > 0 && mayInstall) {
    const packages = missing.map((tool) => tool.debian);
    process.stdout.write(`Installing ${packages.join(', ')} …\n`);
    apt(['update']);
    // One at a time: that one cannot be had should not keep the other away.
    for (const name of packages) apt(['install', '--no-install-recommends', name]);
  }
  for (const tool of missing) {
    process.stdout.write(
      `  ${tool.debian}: ${tool.isThere() ? 'installed' : `not to be had, ${tool.without}`}\n`,
    );
  }
  return { passed: 0, failed: 0, skipped: 0 };
}
