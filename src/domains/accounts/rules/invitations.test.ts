import { expect, test } from 'vitest';
import type { PersonId } from '../model.ts';
import {
  invitationEnd,
  invitationState,
  isSameWish,
  mayAccept,
  type InvitationFacts,
} from './invitations.ts';
import { mayLose } from './last-holder.ts';

const sent = new Date('2026-11-01T10:00:00Z');
const invitation: InvitationFacts = {
  email: 'liva@rujiena.example',
  invitedBy: 7,
  invitedAt: sent,
  expiresAt: invitationEnd(sent),
  acceptedBy: null,
  acceptedAt: null,
  withdrawnAt: null,
};
const liva = { id: 8 as PersonId, email: 'Liva@rujiena.example' };
const lastMoment = new Date('2026-11-15T09:59:59.999Z');
const tooLate = new Date('2026-11-15T10:00:00Z');

test('an invitation is open for fourteen days, to the moment', () => {
  expect(invitationState(invitation, lastMoment)).toBe('open');
  expect(invitationState(invitation, tooLate)).toBe('expired');
  expect(invitationState({ ...invitation, acceptedAt: sent }, tooLate)).toBe('accepted');
  expect(invitationState({ ...invitation, withdrawnAt: sent }, sent)).toBe('withdrawn');
});

test.each([
  ['the invited address', invitation, liva, lastMoment, null],
  [
    'another address',
    invitation,
    { ...liva, email: 'ann@town.example' },
    sent,
    'people_refused_other_address',
  ],
  ['too late', invitation, liva, tooLate, 'people_refused_invitation_over'],
  ['withdrawn', { ...invitation, withdrawnAt: sent }, liva, sent, 'people_refused_invitation_over'],
  ['accepted by the same person', { ...invitation, acceptedAt: sent, acceptedBy: 8 }, liva, tooLate, null],
  [
    'accepted before',
    { ...invitation, acceptedAt: sent, acceptedBy: 9 },
    liva,
    sent,
    'people_refused_invitation_over',
  ],
] as const)('accepting: %s', (_, facts, person, now, key) => {
  const verdict = mayAccept(facts, person, now);
  expect(verdict.ok ? null : verdict.reasons[0]?.key).toBe(key);
});

test('a form sent twice is one wish, a minute later it is another', () => {
  expect(isSameWish(invitation, 7, new Date('2026-11-01T10:00:59Z'))).toBe(true);
  expect(isSameWish(invitation, 7, new Date('2026-11-01T10:01:00Z'))).toBe(false);
  expect(isSameWish(invitation, 9, sent)).toBe(false);
});

test('the last owner of a town and the last secretariat stay; others may go', () => {
  expect(mayLose({ role: 'town-owner', scope: 'rujiena' }, 1)).toMatchObject({
    reasons: [{ key: 'people_refused_last_owner' }],
  });
  expect(mayLose({ role: 'secretariat', scope: '' }, 1)).toMatchObject({
    reasons: [{ key: 'people_refused_last_secretariat' }],
  });
  expect(mayLose({ role: 'town-owner', scope: 'rujiena' }, 2)).toEqual({ ok: true });
  expect(mayLose({ role: 'editor', scope: '' }, 1)).toEqual({ ok: true });
});
