import { describe, expect, it } from 'vitest';
import { roleNames, roles, visitor, type Actor, type PersonId, type Role } from '../model.ts';
import { countingRoles } from '../rules/roles.ts';
import { mayOwn, ownActs, type OwnAct } from './own-account.ts';

const as = (role: Role | null, secondFactor: Actor['secondFactor']): Actor => ({
  person: { id: 7 as PersonId, name: 'Inga', email: 'inga@kuldiga.example', language: 'lv' },
  ...countingRoles(role ? [{ role, scope: '' }] : [], secondFactor === 'given'),
  secondFactor,
  sessionId: 1,
});

const always: OwnAct[] = ['sign-out', 'change-profile', 'end-sessions'];
const sensitive: OwnAct[] = [
  'enrol-second-factor',
  'change-password',
  'change-email',
  'change-passkeys',
  'export',
  'erase',
];
const allowed = (actor: Actor) => ownActs.filter((act) => mayOwn(actor, act));
const set = (acts: readonly OwnAct[]) => ownActs.filter((act) => acts.includes(act));

describe('of their own account', () => {
  it('a visitor may do nothing', () => {
    expect(allowed(visitor)).toEqual([]);
  });

  describe.each([null, ...roleNames])('somebody as %s', (role) => {
    it('without a second factor may do all but what needs one', () => {
      expect(allowed(as(role, 'none'))).toEqual(set([...always, ...sensitive]));
    });

    it('who has one and has not given it changes nothing of how they sign in', () => {
      expect(allowed(as(role, 'enrolled'))).toEqual(set(always));
    });

    it('who has given it may also renew codes, and remove it unless the role needs it', () => {
      const isNeeded = role !== null && roles[role].needsSecondFactor;
      expect(allowed(as(role, 'given'))).toEqual(
        set([
          ...always,
          ...sensitive,
          'renew-recovery-codes',
          ...(isNeeded ? [] : (['remove-second-factor'] as const)),
        ]),
      );
    });
  });
});
