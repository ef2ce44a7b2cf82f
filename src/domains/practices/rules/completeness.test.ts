import { expect, it } from 'vitest';
import { completeness } from './completeness.ts';

it('a practice of which nothing more is known comes after one with every part', () => {
  const empty = { texts: [], organiser: null, costEur: null, yearStart: null, sources: [] };
  const source = { url: 'https://example.org/', readOn: '2026-11-23', title: null };
  const fuller = { ...empty, organiser: 'A library', yearStart: 2024, sources: [source, source] };
  expect(completeness(empty)).toBe(0);
  expect(completeness(fuller)).toBeCloseTo(3 / 12);
});
