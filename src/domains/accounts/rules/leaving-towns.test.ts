import { expect, test } from 'vitest';
import { mayLeaveTown } from './leaving-towns.ts';

const town = { id: 'nida', name: 'Nida', team: [7, 8] };
const refused = (key: string) => ({
  ok: false,
  refusal: { reasons: [{ key, params: { place: 'nida', town: 'Nida' } }] },
});

test.each([
  ['nothing said', undefined, refused('accounts_refused_town')],
  ['one of the team', 8, { ok: true, value: 8 }],
  ['somebody else', 9, refused('accounts_refused_town_team')],
  ['nobody', 'free', { ok: true, value: 'free' }],
] as const)('the only owner goes: %s', (_, wanted, verdict) => {
  expect(mayLeaveTown(town, wanted)).toEqual(verdict);
});
