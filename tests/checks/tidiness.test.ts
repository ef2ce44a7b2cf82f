import { describe, expect, it } from 'vitest';
import dependencies from '../../scripts/checks/dependencies.js';
import fileLengths from '../../scripts/checks/file-lengths.js';
import licences, { isAccepted } from '../../scripts/checks/licences.js';
import names from '../../scripts/checks/names.js';
import { tree } from './tree.ts';

const lines = (count: number): string => '//\n'.repeat(count);
const list = 'scripts/checks/long-files.json';

describe('the check of lengths', () => {
  it('lets a file have 300 lines, a test 500, and no more', async () => {
    const root = await tree({
      [list]: {},
      'src/a.ts': lines(300),
      'src/b.ts': lines(301),
      'src/b.test.ts': lines(500),
      'tests/journeys/c.spec.ts': lines(501),
    });
    expect(fileLengths(root).problems).toEqual([
      'src/b.ts: 301 lines, at most 300',
      'tests/journeys/c.spec.ts: 501 lines, at most 500',
    ]);
  });

  it('lets an entry of the list only shrink and go', async () => {
    const root = await tree({
      [list]: {
        'src/grown.ts': { lines: 310, reason: 'one table' },
        'src/short.ts': { lines: 310, reason: 'one table' },
        'src/gone.ts': { lines: 310, reason: 'one table' },
        'src/silent.ts': { lines: 310, reason: ' ' },
      },
      'src/grown.ts': lines(311),
      'src/short.ts': lines(290),
      'src/silent.ts': lines(310),
    });
    expect(fileLengths(root).problems).toEqual([
      `src/grown.ts: 311 lines, and its entry in ${list} allows 310`,
      `src/short.ts: 290 lines now, remove its entry from ${list}`,
      `src/gone.ts: is no file any more, remove its entry from ${list}`,
      `src/silent.ts: its entry in ${list} gives no reason`,
    ]);
  });
});

describe('the check of names', () => {
  it('refuses names that say nothing, other spellings, and rooms without a door', async () => {
    const root = await tree({
      'src/domains/award/README.md': '',
      'src/domains/award/rules/rankingTable.ts': '',
      'src/platform/utils.ts': '',
      'src/ui/helpers/a.ts': '',
      'src/routes/[language=language]/practices/[slug]/+page.server.ts': '',
      'src/routes/sitemap.xml/+server.ts': '',
    });
    expect(names(root).problems.sort()).toEqual([
      'src/domains/award/rules/rankingTable.ts: not kebab-case',
      'src/domains/award: has no index.ts',
      'src/platform/utils.ts: a name that says nothing; name it for what it holds',
      'src/ui/helpers: a name that says nothing; name it for what it holds',
    ]);
  });
});

describe('the check of dependencies', () => {
  it('wants a reason, one exact version and no registry', async () => {
    const root = await tree({
      'package.json': { dependencies: { pg: '8.0.0', zod: '^4.0.0' }, devDependencies: { vite: 'latest' } },
      'package-lock.json': {
        packages: { 'node_modules/pg': { resolved: 'https://registry.example/pg.tgz' } },
      },
      'docs/dependencies.md':
        '| package | for | why |\n|---|---|---|\n| `pg` | PostgreSQL | the known driver |\n| `left` | x | no more used |\n',
    });
    expect(dependencies(root).problems).toEqual([
      'zod: "^4.0.0" is not one exact version',
      'vite: "latest" is not one exact version',
      'zod: no reason in docs/dependencies.md',
      'left: in docs/dependencies.md, but not in package.json',
      'package-lock.json: node_modules/pg names a host (https://registry.example/pg.tgz)',
    ]);
  });
});

describe('the check of licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND CC-BY-4.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['(Apache-2.0 WITH LLVM-exception)', true],
    ['SEE LICENSE IN x', false],
    ['GPL-3.0-only', false],
  ])('%s: %s', (expression, expected) => {
    expect(isAccepted(expression)).toBe(expected);
  });

  it('looks at what runs, and says so when nothing is installed', async () => {
    const lock = {
      packages: {
        'node_modules/a': {},
        'node_modules/b': { dev: true },
        'node_modules/c': {},
        'node_modules/d': {},
      },
    };
    const root = await tree({
      'package-lock.json': lock,
      'node_modules/a/package.json': { license: 'GPL-3.0-only' },
      'node_modules/b/package.json': { license: 'GPL-3.0-only' },
      'node_modules/c/package.json': {},
    });
    expect(licences(root).problems).toEqual([
      'a: GPL-3.0-only is not in the list of accepted licences',
      'c: states no licence',
    ]);
    expect(licences(await tree({ 'package-lock.json': lock })).problems).toEqual([
      'no package is installed: nothing was looked at',
    ]);
  });
});
