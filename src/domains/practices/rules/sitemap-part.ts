/**
 * How many practice numbers a part of the sitemap spans. A file may hold 50,000 addresses and 50 MB (sitemaps.org); with nine languages,
 * each naming its nine alternates, these practices come to 2,250 addresses and 3 MB, which are made in some tens of milliseconds.
 */
export const numbersInPart = 250;

/** The part, counted from 1, that holds the practice with this number. */
export const sitemapPartOf = (id: number): number => Math.floor(id / numbersInPart) + 1;

/** The numbers from `from` up to and without `before`. */
export type NumberRange = { from: number; before: number };

export const numbersOfPart = (part: number): NumberRange => ({
  from: (part - 1) * numbersInPart,
  before: part * numbersInPart,
});
