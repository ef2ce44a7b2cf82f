import { expect, it } from 'vitest';
import { placesMeant } from './find-place.ts';

const places = [
  { id: 'rujiena', name: 'Rūjiena', names: { de: 'Rujen' }, countryCode: 'LV' },
  { id: 'valga', name: 'Valga', names: { lv: 'Valga' }, countryCode: 'EE' },
  { id: 'twin-ee', name: 'Twin', names: {}, countryCode: 'EE' },
  { id: 'twin-lv', name: 'Twin', names: {}, countryCode: 'LV' },
] as const;
const countryNames = (code: string) =>
  code === 'LV' ? ['Latvia', 'Latvija', 'Läti'] : ['Estonia', 'Igaunija'];
const ids = (typed: string) => placesMeant(typed, places, countryNames).map(({ id }) => id);

it.each([
  ['Rūjiena', ['rujiena']],
  [' rujiena ', ['rujiena']],
  ['Rujen', ['rujiena']],
  ['Rūjiena, Läti', ['rujiena']],
  ['Rujiena (Latvia)', []],
  ['Valga, EE', ['valga']],
  ['Valga, Latvia', []],
  ['Twin', ['twin-ee', 'twin-lv']],
  ['Twin, Latvija', ['twin-lv']],
  ['Ruj', []],
  ['', []],
  [',', []],
])('"%s" means %j', (typed, expected) => {
  expect(ids(typed)).toEqual(expected);
});
