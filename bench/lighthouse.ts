// Lighthouse (mobile), median of five, on home, list and practice. Ends with 1 below 100/100/100 and 95 for performance.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumPath } from '../tests/setup/chromium.ts';
import { benchServer } from './running-server.ts';
import { median } from './median.ts';

const paths = ['/en', '/en/practices', '/en/practices/cultural-spaces-svendborg'];
const bars = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
const flags = [
  '--headless=new',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
if (process.getuid?.() === 0) flags.push('--no-sandbox');

const nacre = await benchServer();
const origin = nacre.origin.replace('127.0.0.1', 'localhost');
let isBelow = false;
for (const path of paths) {
  const scores: Record<string, number[]> = {};
  const faults = new Set<string>();
  for (let run = 0; run < 5; run += 1) {
    const chrome = await launch({ chromePath: await chromiumPath(), chromeFlags: flags });
    const result = await lighthouse(origin + path, {
      port: chrome.port,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: Object.keys(bars),
    });
    chrome.kill();
    for (const [name, { score }] of Object.entries(result?.lhr.categories ?? {}))
      (scores[name] ??= []).push(Math.round((score ?? 0) * 100));
    for (const audit of Object.values(result?.lhr.audits ?? {}))
      if (audit.score !== null && audit.score < 0.9) faults.add(audit.id);
  }
  const found = Object.entries(bars).map(([name, bar]) => {
    const middle = median(scores[name] ?? []);
    if (!(middle >= bar)) isBelow = true;
    return `${name} ${middle}`;
  });
  process.stdout.write(
    `${path}: ${found.join(', ')}${faults.size ? ` (below 0.9: ${[...faults].join(', ')})` : ''}\n`,
  );
}
await nacre.stop();
process.exitCode = isBelow ? 1 : 0;
