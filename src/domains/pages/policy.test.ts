import { expect, test } from 'vitest';
import { roleNames } from '../accounts/model.ts';
import { may } from './policy.ts';

test.each(roleNames)('%s', (role) => {
  const actor = { roles: [{ role, scope: '' }] };
  expect(may(actor, 'settings.change')).toBe(role === 'secretariat');
  expect(may(actor, 'privacy.read')).toBe(true);
});

test('a visitor reads and changes nothing', () => {
  expect(may({ roles: [] }, 'settings.change')).toBe(false);
  expect(may({ roles: [] }, 'privacy.read')).toBe(true);
});
