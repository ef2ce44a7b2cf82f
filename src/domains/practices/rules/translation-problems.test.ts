import { expect, it } from 'vitest';
import { wordsOf } from './translation-words.ts';
import { translationProblems } from './translation-problems.ts';

const empty = wordsOf(undefined);
const original = { ...empty, title: 'Choir', teaser: 'We sing', funding: 'EU' };

it('what the original says must be said, and what it does not say need not', () => {
  const problems = translationProblems(original, { ...empty, title: 'Koris', funding: 'ES' });
  expect(problems).toEqual([{ field: 'teaser', key: 'contribute_problem_missing', isMissing: true }]);
});

it('no field is longer than the form lets the original be, counted in characters', () => {
  const fits = { ...original, teaser: '😀'.repeat(200) };
  expect(translationProblems(original, fits)).toEqual([]);
  expect(translationProblems(original, { ...fits, teaser: `${fits.teaser}x` })).toEqual([
    {
      field: 'teaser',
      key: 'contribute_problem_long',
      params: { length: 201, most: 200 },
      isMissing: false,
    },
  ]);
});
