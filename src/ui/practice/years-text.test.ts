import { expect, it } from 'vitest';
import { yearsText } from './years-text.ts';

it.each([
  [2019, 2021, '2019–2021'],
  [2024, 2024, '2024'],
  [2024, null, '2024'],
  [null, 2021, '2021'],
  [null, null, ''],
])('%s to %s reads %j', (start, end, text) => {
  expect(yearsText(start, end)).toBe(text);
});
