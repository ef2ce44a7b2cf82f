import { describe, expect, it, test } from 'vitest';
import { roleNames, roles, visitor, type Actor, type HeldRole, type PersonId, type Role } from './model.ts';
import { acts, actsAs, may, type Act } from './policy.ts';

const own = 'rujiena';
const other = 'jakobstad';

const actorWith = (...held: HeldRole[]): Actor => ({
  ...visitor,
  person: { id: 1 as PersonId, name: 'Somebody', email: 'somebody@town.example', language: 'en' },
  roles: held,
});

const scopeOf = (role: Role) => (roles[role].scope === 'none' ? '' : own);

/** Who may what, written out: in the own town / in another town. Everything that is not named here is refused. */
const allowed: Record<Act, (role: Role, isOwnTown: boolean) => boolean> = {
  'role.grant': (role, isOwn) => role === 'secretariat' || (role === 'town-owner' && isOwn),
  'role.revoke': (role, isOwn) => role === 'secretariat' || (role === 'town-owner' && isOwn),
  'invitation.send': (role, isOwn) => role === 'secretariat' || (role === 'town-owner' && isOwn),
  'invitation.withdraw': (role, isOwn) => role === 'secretariat' || (role === 'town-owner' && isOwn),
  'team.read': (role, isOwn) => role === 'secretariat' || (role.startsWith('town-') && isOwn),
  'role.leave': () => true,
  'invitation.accept': () => true,
  'claim.ask': () => true,
  'claim.decide': (role) => role === 'secretariat',
  'people.read': (role) => role === 'secretariat',
  'sessions.end': (role) => role === 'secretariat',
  'audit.read': (role) => role === 'secretariat',
  'outbox.read': (role) => role === 'secretariat',
};

const everyAct = Object.keys(acts) as Act[];
const table = roleNames.flatMap((role) =>
  everyAct.flatMap((act) => [own, other].map((town) => ({ role, act, town }))),
);

test.each(table)('$role, $act, in $town', ({ role, act, town }) => {
  const actor = actorWith({ role, scope: scopeOf(role) });
  expect(may(actor, act, { role: 'town-editor', scope: town })).toBe(allowed[act](role, town === own));
  expect(may(actor, act, { scope: town })).toBe(allowed[act](role, town === own));
});

test.each(everyAct)('a visitor may not %s, whatever roles wait', (act) => {
  expect(may(visitor, act, { scope: own })).toBe(false);
  const waiting: Actor = { ...actorWith(), rolesWaiting: [{ role: 'secretariat', scope: '' }] };
  expect(may(waiting, act, { role: 'town-owner', scope: own })).toBe(allowed[act]('translator', true));
});

describe('an owner of a town', () => {
  const owner = actorWith({ role: 'town-owner', scope: own });

  it.each(roleNames.filter((role) => roles[role].scope !== 'place'))('grants no %s', (role) => {
    for (const scope of ['', own])
      for (const act of ['role.grant', 'role.revoke', 'invitation.send', 'invitation.withdraw'] as const)
        expect(may(owner, act, { role, scope })).toBe(false);
  });

  it('names further owners', () => {
    expect(actsAs(owner, 'role.grant', { role: 'town-owner', scope: own })).toBe('town-owner');
  });

  it('of whom it is not said where may nothing there', () => {
    expect(may(owner, 'team.read')).toBe(false);
    expect(may(owner, 'role.grant', { role: 'town-editor' })).toBe(false);
  });
});
