import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteSecret } from './secret.ts';

const silent = (line: string): never => {
  throw new Error(line);
};
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'nacre-secret-'));

describe('the secret', () => {
  it('is that of the environment, and then none is kept', () => {
    const dataFolder = emptyFolder();
    expect(siteSecret({ secret: 'x'.repeat(40), dataFolder }, silent)).toBe('x'.repeat(40));
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('is otherwise made once, kept for its owner alone and found again', () => {
    const dataFolder = join(emptyFolder(), 'not', 'there yet');
    const made = siteSecret({ secret: undefined, dataFolder }, silent);
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(siteSecret({ secret: undefined, dataFolder }, silent)).toBe(made);
    expect(readdirSync(dataFolder)).toEqual(['secret']);
    expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataFolder, 'secret'), 'utf8').trim()).toBe(made);
  });

  it.each([
    ['empty', ''],
    ['cut off', 'Zm9vYmFy\n'],
  ])('that is %s is replaced, which is said, and then found again', (_, text) => {
    const dataFolder = emptyFolder();
    writeFileSync(join(dataFolder, 'secret'), text);
    const lines: string[] = [];
    const made = siteSecret({ secret: undefined, dataFolder }, (line) => lines.push(line));
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(lines).toEqual([expect.stringContaining('is replaced')]);
    expect(siteSecret({ secret: undefined, dataFolder }, silent)).toBe(made);
    expect(readdirSync(dataFolder)).toEqual(['secret']);
    expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('lasts only as long as the process where none can be kept, which is said', () => {
    const dataFolder = join(emptyFolder(), 'a-file');
    writeFileSync(dataFolder, '');
    const lines: string[] = [];
    const made = siteSecret({ secret: undefined, dataFolder }, (line) => lines.push(line));
    expect(made.length).toBeGreaterThan(40);
    expect(lines.join()).toContain('NACRE_SECRET');
  });
});
