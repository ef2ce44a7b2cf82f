import type { Reason, Verdict } from '#platform/result.ts';

export const passwordLimits = { least: 10, most: 128 } as const;

/** Words that passwords in use are made of: what is left of a password without them counts. */
const common = [
  'password',
  'qwertyuiop',
  'qwerty',
  '1234567890',
  '0987654321',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
];

const refused = (reason: Reason): Verdict => ({ ok: false, reasons: [reason] });

/**
 * Whether a password may be taken: long enough, and not what is tried first. No rule about digits or signs: they make passwords that are
 * forgotten, not stronger ones (NIST SP 800-63B, 5.1.1.2). `known`: passwords in use, in small letters; with digits or signs behind them
 * they are as well known.
 */
export function checkPassword(
  password: string,
  about: { email: string; name: string },
  known: ReadonlySet<string>,
): Verdict {
  const length = [...password].length;
  if (length < passwordLimits.least)
    return refused({ key: 'accounts_refused_password_short', params: { least: passwordLimits.least } });
  if (length > passwordLimits.most)
    return refused({ key: 'accounts_refused_password_long', params: { most: passwordLimits.most } });
  const folded = password.toLowerCase();
  const guessed = [
    ...common,
    'nacre',
    ...about.email.toLowerCase().split('@'),
    ...about.name.toLowerCase().split(/\s+/),
  ];
  const rest = guessed
    .filter((word) => word.length >= 4)
    .reduce((text, word) => text.replaceAll(word, ''), folded);
  const isKnown = known.has(folded) || known.has(folded.replace(/[^\p{L}]+$/u, ''));
  if (isKnown || new Set(folded).size < 5 || [...rest].length < 5 || /^\d+$/.test(rest))
    return refused({ key: 'accounts_refused_password_common' });
  return { ok: true };
}
