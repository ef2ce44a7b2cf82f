import { expect, it } from 'vitest';
import { parseIdentifier, practiceIdentifier } from './identifier.ts';

it('an identifier reads back as its practice', () => {
  expect(parseIdentifier(practiceIdentifier(48))).toBe(48);
  expect(parseIdentifier('np-1000')).toBe(1000);
});

it.each(['', 'NP-', 'NP-0', 'NP-01', 'NP-1x', '48', 'NP-99999999999999999999'])(
  '%j is no identifier',
  (text) => {
    expect(parseIdentifier(text)).toBeNull();
  },
);
