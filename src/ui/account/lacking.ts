import type { OwnAccount } from '#domains/accounts/index.ts';

/** What somebody lacks before they may change how they sign in; null: nothing. */
export function lacking({
  secondFactor,
  isFresh,
}: Pick<OwnAccount, 'secondFactor' | 'isFresh'>): 'fresh' | 'code' | null {
  if (secondFactor === 'enrolled') return 'code';
  return isFresh ? null : 'fresh';
}
