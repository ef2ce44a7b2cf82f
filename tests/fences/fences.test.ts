import { basename, join } from 'node:path';
import { cruise, type IViolation } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import fences, { options, roomOrder } from '../../.dependency-cruiser.js';

const fixtures = join(import.meta.dirname, 'fixtures');
const names = fences.forbidden.map((fence) => fence.name);

/** `no-cycles-second.ts` and `no-cycles.ts` both stand for `no-cycles`. */
const fenceOf = (path: string): string | undefined => {
  const file = basename(path).replace(/(-second)?\.(ts|svelte)$/, '');
  return names.find((name) => name === file);
};

describe('the fences between the rings', () => {
  let violations: readonly IViolation[] = [];
  let looked: readonly string[] = [];

  beforeAll(async () => {
    const { output } = await cruise(['src'], {
      ...(options as object),
      baseDir: fixtures,
      validate: true,
      ruleSet: { forbidden: fences.forbidden as never[] },
    });
    if (typeof output === 'string') throw new Error(output);
    violations = output.summary.violations;
    looked = output.modules.map((module) => module.source);
  });

  it.each(names)('%s bites, and its file breaks nothing else', (name) => {
    const broken = violations.filter((violation) => fenceOf(violation.from) === name);
    expect([...new Set(broken.map((violation) => violation.rule.name))]).toEqual([name]);
  });

  it('lets through what goes as far as it may', () => {
    expect(looked.filter((path) => basename(path).startsWith('allowed'))).toHaveLength(7);
    expect(violations.filter((violation) => fenceOf(violation.from) === undefined)).toEqual([]);
  });

  it('knows the order of every room there is', () => {
    const rooms = readdirSync(join(import.meta.dirname, '../../src/domains'));
    expect(rooms.filter((room) => !roomOrder.includes(room))).toEqual([]);
  });
});
