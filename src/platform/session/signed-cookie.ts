import { readSigned, sign } from './signing.ts';

type CookieOptions = {
  path: string;
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
  maxAge: number;
};

/** The cookies of one request and its answer. */
export interface CookieJar {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
}

/** One signed cookie of a reader. */
export interface SignedCookie {
  /** Whether the reader sent one, be it true or not. */
  readonly isSent: boolean;
  /** What it holds; null where there is none or it was not signed here. */
  read(): string | null;
  /** Null takes the cookie back. */
  write(text: string | null): void;
}

/** Browsers keep at most 4,096 bytes of a cookie: nothing longer was ever set here, and it is not looked at. */
const LONGEST = 4096;
const YEAR = 365 * 24 * 60 * 60;

/** A cookie that only this site can write: for a year, or for `seconds`. Not seen by scripts, not sent along with posts from elsewhere. */
export function signedCookie(
  jar: CookieJar,
  name: string,
  { secret, isSecure, seconds = YEAR }: { secret: () => string; isSecure: boolean; seconds?: number },
): SignedCookie {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  const sent = jar.get(name);
  return {
    isSent: sent !== undefined,
    read: () => (sent === undefined || sent.length > LONGEST ? null : readSigned(secret(), name, sent)),
    write: (text) =>
      jar.set(name, text === null ? '' : sign(secret(), name, text), {
        ...options,
        maxAge: text === null ? 0 : seconds,
      }),
  };
}
