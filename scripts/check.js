// `npm run check`: everything that can be known without running Nacre. One line a check; what is wrong comes after it.
// Plain JavaScript without dependencies: the machine's own Node 20 may run it, the tools run on ours.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ownChecks, preparations, toolChecks } from './check/list.js';
import { runOwn, runTool } from './check/run.js';
import { installIfNeeded } from './start/install.js';
import { root } from './start/root.js';

/** @typedef {import('./check/run.js').Outcome} Outcome */

const only = process.argv.slice(2);
/** @param {{ name: string }} check */
const isWanted = ({ name }) => only.length === 0 || only.includes(name);

const began = performance.now();
await installIfNeeded();

/** @type {Outcome[]} */
const outcomes = [];

/** @param {Outcome} outcome */
function tell(outcome) {
  outcomes.push(outcome);
  const time = `${(outcome.milliseconds / 1000).toFixed(1)} s`.padStart(7);
  process.stdout.write(`${outcome.ok ? '✓' : '✗'} ${outcome.name.padEnd(14)}${time}  ${outcome.note}\n`);
  if (!outcome.ok) process.stdout.write(`${outcome.said.trimEnd().replaceAll(/^/gm, '    ')}\n`);
}

for (const check of ownChecks.filter(isWanted)) tell(await runOwn(check));

const tools = toolChecks.filter(isWanted);
if (tools.length > 0) {
  // Types are made of the messages and the routes first; only their failure is worth a line.
  for (const preparation of preparations) {
    const prepared = await runTool(preparation);
    if (!prepared.ok) tell(prepared);
  }
  const waiting = [...tools];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tell(await runTool(next));
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, worker));
}

mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(
  join(root, '.cache/check.json'),
  JSON.stringify(outcomes.map(({ said: _said, ...rest }) => rest)),
);

const failed = outcomes.filter((outcome) => !outcome.ok).length;
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(`${outcomes.length - failed} checks passed, ${failed} failed, in ${seconds} s\n`);
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
