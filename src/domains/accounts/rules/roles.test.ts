import { expect, test } from 'vitest';
import { roleNames, roles, visitor, type HeldRole } from '../model.ts';
import { countingRoles, holds, inTeam } from './roles.ts';

const all: HeldRole[] = roleNames.map((role) => ({ role, scope: roles[role].scope === 'none' ? '' : 'x' }));

test('secretariat, editors, committee and jury have no power before their second factor', () => {
  const { roles: counting, rolesWaiting } = countingRoles(all, false);
  expect(rolesWaiting.map(({ role }) => role)).toEqual(['secretariat', 'editor', 'committee', 'juror']);
  expect(counting.length + rolesWaiting.length).toBe(all.length);
  expect(countingRoles(all, true)).toEqual({ roles: all, rolesWaiting: [] });
});

test('a role for one thing is none for another', () => {
  const juror = { roles: [{ role: 'juror', scope: '2026' }] as const };
  expect(holds(juror, 'juror', '2026')).toBe(true);
  expect(holds(juror, 'juror', '2027')).toBe(false);
  expect(holds(juror, 'juror')).toBe(false);
  expect(holds(visitor, 'secretariat')).toBe(false);
});

test.each([
  ['town-owner', true, true, true, true],
  ['town-editor', false, true, true, true],
  ['town-commenter', false, false, true, true],
  ['town-viewer', false, false, false, true],
] as const)('%s is in the team by rank', (role, owner, editor, commenter, viewer) => {
  const actor = { roles: [{ role, scope: 'smiltene' }] };
  expect([
    inTeam(actor, 'smiltene', 'town-owner'),
    inTeam(actor, 'smiltene', 'town-editor'),
    inTeam(actor, 'smiltene', 'town-commenter'),
    inTeam(actor, 'smiltene', 'town-viewer'),
  ]).toEqual([owner, editor, commenter, viewer]);
  expect(inTeam(actor, 'cesis', 'town-viewer')).toBe(false);
});
