import { expect, test } from 'vitest';
import { domainHint, mailDomain, mayConfirm } from './claims.ts';

test.each([
  ['anna@valmiera.lv', ['Rūjiena', 'Rujen'], 'other'],
  ['anna@rujiena.lv', ['Rūjiena'], 'named'],
  ['anna@kultur.swinoujscie.pl', ['Świnoujście'], 'named'],
  ['anna@um.wladyslawowo.pl', ['Władysławowo'], 'named'],
  ['anna@GMAIL.com', ['Gmail'], 'open'],
  ['anna@aa.example', ['Å'], 'other'],
] as const)('%s beside %j: %s', (email, names, hint) => {
  expect(domainHint(email, names)).toBe(hint);
});

test('the domain is what follows the last @', () => {
  expect(mailDomain('a@b@Town.Example')).toBe('town.example');
});

test('a town that has a team gets no second one', () => {
  expect(mayConfirm(0)).toEqual({ ok: true });
  expect(mayConfirm(1)).toMatchObject({ reasons: [{ key: 'people_refused_town_taken' }] });
});
