/** A calendar year as typed; null where nothing was, undefined where it is none. */
export function readYear(typed: string): number | null | undefined {
  if (typed === '') return null;
  const year = /^\d{4}$/.test(typed) ? Number(typed) : undefined;
  return year !== undefined && year >= 1900 && year <= 2100 ? year : undefined;
}

const MOST_EUROS = 1_000_000_000;

/** Whole euros as typed with the separators of any language ("12 000", "12.000 €"); null where nothing was, undefined where it is none. */
export function readEuros(typed: string): number | null | undefined {
  const bare = typed.replaceAll(/€|\bEUR\b/gi, '').trim();
  if (bare === '') return typed.trim() === '' ? null : undefined;
  if (!/^\d+$|^\d{1,3}([ .,'’\u{a0}\u{202f}]\d{3})+$/u.test(bare)) return undefined;
  const number = Number(bare.replaceAll(/\D/g, ''));
  return number <= MOST_EUROS ? number : undefined;
}
