import { describe, expect, it } from 'vitest';
import { checkPassword } from './password.ts';

const inga = { email: 'inga.berzina@kuldiga.example', name: 'Inga Bērziņa' };
/** Two that stand for the list of passwords in use. */
const known = new Set(['basketball', 'harbour-lights']);
const keys = (password: string) => {
  const verdict = checkPassword(password, inga, known);
  return verdict.ok ? [] : verdict.reasons.map(({ key }) => key);
};

describe('a password', () => {
  it.each(['a quiet harbour in may', 'trīs zaļas jūras zvaigznes', 'kX9#pQ2!vbLm', 'basketball in the park'])(
    'is taken: %s',
    (password) => {
      expect(keys(password)).toEqual([]);
    },
  );

  it('of nine characters is too short, of ten is not', () => {
    expect(keys('harbour in')).toEqual([]);
    expect(keys('harbour i')).toEqual(['accounts_refused_password_short']);
    // Counted in characters, not in units of a computer's text.
    expect(keys('🐚🐚🐚🐚🐚🐚🐚🐚🐚')).toEqual(['accounts_refused_password_short']);
  });

  it('of more than 128 characters is too long', () => {
    expect(keys('harbour '.repeat(16))).toEqual([]);
    expect(keys(`${'harbour '.repeat(16)}x`)).toEqual(['accounts_refused_password_long']);
  });

  it.each([
    'password123',
    'Password1234',
    'aaaaaaaaaaaa',
    'abababababab',
    '1234567890',
    '20261125202611',
    'qwertyuiop12',
    'nacrenacre12',
    'inga.berzina1',
    'BĒRZIŅA2026',
    'kuldiga.example',
    'basketball',
    'Basketball2026!',
    'harbour-lights',
  ])('that is tried first is refused: %s', (password) => {
    expect(keys(password)).toEqual(['accounts_refused_password_common']);
  });
});
