import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textBytes, zipOf } from './zip.ts';

const at = new Date('2026-12-01T10:00:00Z');
const unpacked = (files: Parameters<typeof zipOf>[0]) =>
  Object.fromEntries(
    Object.entries(unzipSync(zipOf(files, at))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

test('what is put in comes out, letters of every alphabet in names and texts', () => {
  expect(
    unpacked([
      { name: 'mīļš/ąžuolas.txt', bytes: textBytes('Žvirblis — õhtu') },
      { name: 'picture.webp', bytes: textBytes('not packed again') },
    ]),
  ).toEqual({ 'mīļš/ąžuolas.txt': 'Žvirblis — õhtu', 'picture.webp': 'not packed again' });
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/root', 'root'],
  ['C:\\windows\\x', 'C/windows/x'],
  ['..', 'file'],
  ['a\u0000b', 'ab'],
])('%s stays within the folder it is unpacked to', (name, safe) => {
  expect(Object.keys(unpacked([{ name, bytes: textBytes('x') }]))).toEqual([safe]);
});

test('two files of one name both stay, whatever the case', () => {
  const files = ['one.txt', 'ONE.txt', 'one.txt'].map((name, n) => ({ name, bytes: textBytes(String(n)) }));
  expect(unpacked(files)).toEqual({ 'one.txt': '0', 'ONE-2.txt': '1', 'one-3.txt': '2' });
});

test('an archive of one moment is the same each time', () => {
  const files = [{ name: 'a.txt', bytes: textBytes('x') }];
  expect(zipOf(files, at)).toEqual(zipOf(files, at));
});
