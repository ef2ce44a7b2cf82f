const FRESH_MS = 15 * 60 * 1000;

/**
 * Whether somebody signed in so short ago that it is surely still they who sit there. Asked before how one signs in is changed, since a
 * browser that was left open must not let a passer-by take the account.
 */
export function isFreshSession(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() <= FRESH_MS;
}
