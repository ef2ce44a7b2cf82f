import { createHmac, timingSafeEqual } from 'node:crypto';

/** The library's own secret, made of the site's: what is signed for shortlists is worth nothing here. */
export const signInKey = (siteSecret: string): string =>
  createHmac('sha256', siteSecret).update('sign-in').digest('base64url');

/** What the library signed in a cookie (value already decoded), or null when it was not signed with this key. */
export function tokenOf(signed: string, key: string): string | null {
  const dot = signed.lastIndexOf('.');
  if (dot < 1 || signed.length > 512) return null;
  const given = Buffer.from(signed.slice(dot + 1));
  const expected = Buffer.from(createHmac('sha256', key).update(signed.slice(0, dot)).digest('base64'));
  return given.length === expected.length && timingSafeEqual(given, expected) ? signed.slice(0, dot) : null;
}
