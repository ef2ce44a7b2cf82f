import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';
import { refusalText } from './problem-text.ts';

const room = join(projectRoot(), 'src/domains/practices');

/** Every reason that the room's policy, rules and commands give by name. */
async function reasons(): Promise<string[]> {
  const files = (await readdir(room, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(room, file), 'utf8')));
  return [...new Set(texts.flatMap((text) => text.match(/contribute_refused_\w+/g) ?? []))];
}

test('every reason why an act on a draft is refused has its words', async () => {
  const given = await reasons();
  expect(given).toContain('contribute_refused_many');
  for (const key of given) expect(refusalText(key)).not.toBe('');
});
