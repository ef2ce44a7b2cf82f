import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSigned, sign } from './signing.ts';

const secret = 'a secret of more than thirty-two characters';

describe('a signed text', () => {
  it('is read back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSigned(secret, 'list', sign(secret, 'list', text))).toBe(text);
      }),
    );
  });

  it('is refused with a single character changed, added or left off', () => {
    const signed = sign(secret, 'list', '1.a-b-2s');
    for (let place = 0; place < signed.length; place += 1) {
      const other = signed[place] === 'x' ? 'y' : 'x';
      const changed = signed.slice(0, place) + other + signed.slice(place + 1);
      expect(readSigned(secret, 'list', changed), changed).toBeNull();
      expect(readSigned(secret, 'list', signed.slice(0, place))).toBeNull();
    }
    for (const other of [`0${signed}`, `${signed}!`, `${signed}=`, `${signed} `])
      expect(readSigned(secret, 'list', other)).toBeNull();
  });

  it('is refused with another secret and for another purpose', () => {
    const signed = sign(secret, 'list', 'text');
    expect(readSigned(`${secret}!`, 'list', signed)).toBeNull();
    expect(readSigned(secret, 'session', signed)).toBeNull();
  });

  it('is never found in what nobody signed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (text) => {
        expect(readSigned(secret, 'list', text)).toBeNull();
      }),
    );
  });
});
