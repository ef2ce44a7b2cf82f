import { expect, it } from 'vitest';
import { parsePracticeIds } from './practice-ids.ts';

it.each([
  ['id=NP-2&id=NP-1', [2, 1]],
  ['id=NP-2&id=np-2&id=%20NP-2', [2]],
  ['', []],
  ['id=', []],
  ['id=NP-0&id=2&id=NP-1x&id=NP--1&id=NP-2147483648&id=NP-999999999999999&id=NP-2147483647', [2147483647]],
  ["id='; drop table practice; --&id=%00&id=__proto__&id=NP-7", [7]],
])('%s names %j', (query, ids) => {
  expect(parsePracticeIds(new URLSearchParams(query))).toEqual(ids);
});

it('no more than a shortlist holds are read', () => {
  const many = new URLSearchParams(Array.from({ length: 1000 }, (_, n) => ['id', `NP-${n + 1}`]));
  expect(parsePracticeIds(many)).toHaveLength(50);
});

it('whoever refuses too many can see that there are', () => {
  const many = new URLSearchParams(Array.from({ length: 1000 }, (_, n) => ['id', `NP-${n + 1}`]));
  expect(parsePracticeIds(many, { most: 51 })).toHaveLength(51);
});

it('a form may call them otherwise', () => {
  expect(parsePracticeIds(new URLSearchParams('keep=NP-3&id=NP-1'), { name: 'keep' })).toEqual([3]);
});
