/** The cookies of one request and its answer, as SvelteKit keeps them. */
export interface VisitCookies {
  getAll(): readonly { readonly name: string; readonly value: string }[];
  set(name: string, value: string, options: VisitCookieOptions): void;
  delete(name: string, options: VisitCookieOptions): void;
}

export interface VisitCookieOptions {
  path: string;
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
  maxAge?: number;
}

/** One request, as far as signing in must know it: only what the server itself vouches for, never a header of the browser's own. */
export interface Visit {
  /** The address that was asked for, with the origin that the server settled. */
  readonly url: URL;
  readonly userAgent: string;
  readonly clientAddress: string;
  readonly cookies: VisitCookies;
}

/** What the library answers: what was asked for, or the code of its refusal. Refusals are values, so that what it counted is kept. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: string };

/** How far a sign-in came: a session, or a second factor is asked for first. */
export type Entry = { readonly isComplete: true; readonly personId: number } | { readonly isComplete: false };

/** Of a new authenticator app: what it is told, and nothing else. */
export interface Enrolment {
  /** In base32, for typing. */
  readonly secret: string;
  /** otpauth://…, for the QR code. */
  readonly uri: string;
}

export const sessionCookie = 'nacre.session_token';
export const pendingCookie = 'nacre.two_factor';

/** Lengths of a password, in characters. */
export const passwordLength = { least: 10, most: 128 } as const;

/** For how long links work, in minutes, and sessions, in days. */
export const lifetimes = { linkMinutes: 15, resetMinutes: 60, sessionDays: 14, freshMinutes: 15 } as const;
