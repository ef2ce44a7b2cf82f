import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

const PERIOD_MS = 30_000;
const DIGITS = 6;

/** The code of one time step (RFC 4226, 6238: HMAC-SHA-1, six digits, thirty seconds). */
export function codeAt(secret: string | Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / PERIOD_MS);

/** Which step a code belongs to: the present one, the one before or after (clocks differ); null when to none of them. */
export function stepOf(code: string, secret: string | Uint8Array, now: Date): number | null {
  const given = Buffer.from(code);
  const present = stepAt(now);
  const fits = (step: number) => {
    const right = Buffer.from(codeAt(secret, step));
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return [present + 1, present, present - 1].find(fits) ?? null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** In base32 (RFC 4648, without padding), as authenticator apps take a secret that is typed. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

// Without those that are taken for one another: they are copied from paper.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten recovery codes of ten signs (49 bits each), as 'abcde-fghjk'. */
export function recoveryCodes(): string[] {
  const five = () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 10 }, () => `${five()}-${five()}`);
}
