import { expect, it } from 'vitest';
import { parseShortlistAct } from './shortlist-act.ts';

const form = (...fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

it('the button that was pressed says what is done, and with which practice', () => {
  expect(parseShortlistAct(form(['keep', 'NP-3']))).toEqual({ kind: 'keep', ids: [3] });
  expect(parseShortlistAct(form(['keep', 'NP-3'], ['keep', 'NP-1']))).toEqual({ kind: 'keep', ids: [3, 1] });
  expect(parseShortlistAct(form(['up', 'NP-3'], ['to', '/en']))).toEqual({ kind: 'up', id: 3 });
  expect(parseShortlistAct(form(['clear', '']))).toEqual({ kind: 'clear' });
});

it('what names no act or no practice is none', () => {
  expect(parseShortlistAct(form())).toBeNull();
  expect(parseShortlistAct(form(['keep', '3'], ['remove', 'NP-1']))).toBeNull();
  expect(parseShortlistAct(form(['remove', "NP-1' or 1=1"]))).toBeNull();
  const file = new FormData();
  file.set('keep', new File(['NP-1'], 'NP-1'));
  expect(parseShortlistAct(file)).toBeNull();
});
