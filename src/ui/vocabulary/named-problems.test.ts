import { expect, test } from 'vitest';
import { namedProblems } from './named-problems.ts';

test('a problem of a field of one language names it, another does not', () => {
  const problems = ['label_lv', 'spoken_de', 'broader', 'label_xx', null].map((field) => ({
    field,
    text: 'wrong',
  }));
  expect(namedProblems(problems, 'en').map(({ text }) => text)).toEqual([
    'Latvian: wrong',
    'German: wrong',
    'wrong',
    'wrong',
    'wrong',
  ]);
});
