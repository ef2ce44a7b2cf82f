import { expect, it } from 'vitest';
import { inLanguage } from '#services/i18n/index.ts';
import { yearsText } from './years-text.ts';

it.each([
  [2019, 2021, 'carried-out', '2019–2021'],
  [2024, 2024, 'carried-out', '2024'],
  [2026, null, 'planned', '2026'],
  [2024, null, null, '2024'],
  [null, 2021, null, '2021'],
  [null, null, 'ongoing', ''],
  [2016, null, 'ongoing', 'since\u00a02016'],
  [2016, 2027, 'ongoing', '2016–2027'],
] as const)('%s to %s, %s, reads %j', (yearStart, yearEnd, course, text) => {
  expect(yearsText({ yearStart, yearEnd, course })).toBe(text);
});

it('what still goes on is said in the reader’s language', () => {
  const text = inLanguage('lv', () => yearsText({ yearStart: 2016, yearEnd: null, course: 'ongoing' }));
  expect(text).toBe('kopš\u00a02016.\u00a0gada');
});
