import { expect, test } from 'vitest';
import { repeated } from './repeated.ts';
import { stemSwedish } from './swedish-stemmer.ts';

test.each([
  ['feminines', 'skola skolan skolor skolorna skolornas'],
  ['abstracts in -het', 'verksamhet verksamheten verksamheter verksamheternas'],
  ['neuters', 'biblioteket bibliotek bibliotekets biblioteken'],
  ['neuters in -eri', 'bageri bageriet bagerier'],
  ['loans in -i', 'akademi akademin akademier'],
  ['masculines in the genitive', 'folkbil folkbilar folkbilars folkbilarnas'],
])('one stem for %s', (_, forms) => {
  const stems = new Set(forms.split(' ').map(stemSwedish));
  expect([...stems]).toHaveLength(1);
});

test.each(['skola skog', 'kyrka kyl', 'konst konsert'])('words apart: %s', (words) => {
  const [one = '', other = ''] = words.split(' ');
  expect(stemSwedish(one)).not.toBe(stemSwedish(other));
});

test('a repeated stemmer stops before it leaves too little, and where nothing more comes off', () => {
  const withoutLast = repeated((word) => word.slice(0, -1));
  expect(withoutLast('abcdef')).toBe('abcd');
  expect(withoutLast('abcd')).toBe('abc');
  expect(repeated((word) => word)('abc')).toBe('abc');
});
