import { defaultLanguage, isLanguage, type Language } from './languages.ts';

/**
 * The language to begin in: the one chosen before, else the best of the browser's Accept-Language (RFC 9110 §12.5.4), else English.
 * A header of any shape is survived.
 */
export function negotiateLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { language: range.trim().split('-')[0], quality: q === undefined ? 1 : Number(q), position };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  return wanted.map(({ language }) => language).find(isLanguage) ?? defaultLanguage;
}
