import { expect, it } from 'vitest';
import { inLanguage } from '#services/i18n/index.ts';
import { shortNames } from './short-names.ts';

const practice = (
  identifier: string,
  town: string | null,
  yearStart: number | null,
  yearEnd = yearStart,
) => ({
  identifier,
  places: town === null ? [] : [{ displayName: town }, { displayName: 'Elsewhere' }],
  yearStart,
  yearEnd,
  course: 'ongoing' as const,
});
const names = (...practices: ReturnType<typeof practice>[]) => inLanguage('en', () => shortNames(practices));

it('a practice is called by its first town and its years', () => {
  expect(names(practice('NP-1', 'Cēsis', 2019, 2021), practice('NP-2', 'Cēsis', 2024))).toEqual([
    'Cēsis (2019–2021)',
    'Cēsis (2024)',
  ]);
  expect(names(practice('NP-1', 'Svendborg', 2016, null))).toEqual(['Svendborg (since\u00a02016)']);
});

it('by what is known of these, and by its identifier where that is nothing', () => {
  expect(
    names(practice('NP-1', 'Cēsis', null), practice('NP-2', null, 2024), practice('NP-3', null, null)),
  ).toEqual(['Cēsis', '2024', 'NP-3']);
});

it('two that would be called the same are told apart by their identifiers', () => {
  expect(
    names(practice('NP-1', 'Cēsis', 2024), practice('NP-2', 'Cēsis', 2024), practice('NP-3', 'Turku', 2024)),
  ).toEqual(['Cēsis (2024, NP-1)', 'Cēsis (2024, NP-2)', 'Turku (2024)']);
});
