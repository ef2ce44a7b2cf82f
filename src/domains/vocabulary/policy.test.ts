import { expect, test } from 'vitest';
import { roleNames } from '../accounts/model.ts';
import { may, vocabularyActs } from './policy.ts';

test.each(roleNames.flatMap((role) => vocabularyActs.map((act) => [role, act] as const)))(
  '%s: %s',
  (role, act) => {
    expect(may({ roles: [{ role }] }, act)).toBe(role === 'secretariat');
  },
);

test.each(vocabularyActs)('a visitor: %s', (act) => {
  expect(may({ roles: [] }, act)).toBe(false);
});
