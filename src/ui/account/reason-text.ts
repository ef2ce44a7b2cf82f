import { m } from '#services/i18n/index.ts';
import type { ShownProblem } from '../forms/problem-text.ts';
import type { Problem } from '../forms/read-form.ts';

type Params = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<string, (params: Params) => string>> = {
  accounts_refused_email: () => m.accounts_refused_email(),
  accounts_refused_name: () => m.accounts_refused_name(),
  accounts_refused_name_long: () => m.accounts_refused_name_long(),
  accounts_refused_password_empty: () => m.accounts_refused_password_empty(),
  accounts_refused_password_short: ({ least = 0 }) => m.accounts_refused_password_short({ least }),
  accounts_refused_password_long: ({ most = 0 }) => m.accounts_refused_password_long({ most }),
  accounts_refused_password_common: () => m.accounts_refused_password_common(),
  accounts_refused_password_wrong: () => m.accounts_refused_password_wrong(),
  accounts_refused_code_shape: () => m.accounts_refused_code_shape(),
  accounts_refused_code: () => m.accounts_refused_code(),
  accounts_refused_recovery_shape: () => m.accounts_refused_recovery_shape(),
  accounts_refused_recovery: () => m.accounts_refused_recovery(),
  accounts_refused_locked: () => m.accounts_refused_locked(),
  accounts_refused_start_again: () => m.accounts_refused_start_again(),
  accounts_refused_sign_in: () => m.accounts_refused_sign_in(),
  accounts_refused_link: () => m.accounts_refused_link(),
  accounts_refused_wait: ({ count = 1 }) => m.accounts_refused_wait({ count }),
  accounts_refused_busy: () => m.accounts_refused_busy(),
  accounts_refused_not_fresh: () => m.accounts_refused_not_fresh(),
  accounts_refused_not_allowed: () => m.accounts_refused_not_allowed(),
  accounts_refused_same_email: () => m.accounts_refused_same_email(),
  accounts_refused_passkey: () => m.accounts_refused_passkey(),
  accounts_refused_last: () => m.accounts_refused_last(),
  accounts_refused_town: () => m.accounts_refused_town(),
  accounts_refused_town_team: () => m.accounts_refused_town_team(),
  accounts_refused_confirm: () => m.accounts_refused_confirm(),
};

/** A refusal or a wrong field as the reader sees it. Throws for a key that has no text: a test goes through all. */
export function reasonText(key: string, params: Params = {}): string {
  const text = texts[key];
  if (!text) throw new Error(`No text for the reason ${key}`);
  return text(params);
}

/** What a form action hands back, with texts. */
export const shown = (problems: readonly Problem[] | undefined): ShownProblem[] =>
  (problems ?? []).map(({ field, key, params }) => ({ field, text: reasonText(key, params) }));
