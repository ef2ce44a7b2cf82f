import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed for one purpose is worth nothing for another. */
const macOf = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');

/** The text with a signature behind it (HMAC-SHA-256), fit for a cookie if the text is. */
export function sign(secret: string, purpose: string, text: string): string {
  return `${text}.${macOf(secret, purpose, text)}`;
}

/** The text that was signed with this secret for this purpose; null for everything else. */
export function readSigned(secret: string, purpose: string, signed: string): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot < 0) return null;
  const text = signed.slice(0, dot);
  // Compared as written: decoding would let several spellings of one signature pass.
  const mac = Buffer.from(signed.slice(dot + 1));
  const expected = Buffer.from(macOf(secret, purpose, text));
  return mac.length === expected.length && timingSafeEqual(mac, expected) ? text : null;
}
