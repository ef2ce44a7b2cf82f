/** Years after which nobody's word stands any more: product.md §1. */
const STALE_AFTER_YEARS = 2;
const ASK_AFTER_YEARS = 1;

const yearsBefore = (at: Date, years: number): string => {
  const day = new Date(at);
  const month = day.getUTCMonth();
  day.setUTCFullYear(day.getUTCFullYear() - years);
  // The last day of February, where that year has no 29th.
  if (day.getUTCMonth() !== month) day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
};

/** The last day whose verification is too old at `at`: readers are told of practices verified on it or before. */
export const staleSince = (at: Date): string => yearsBefore(at, STALE_AFTER_YEARS);

/** Whether readers are told that nobody has said for two years that this still holds. `verifiedOn` is a day, YYYY-MM-DD. */
export function isStale({ verifiedOn }: { verifiedOn: string | null }, at: Date): boolean {
  return verifiedOn !== null && verifiedOn <= staleSince(at);
}

/** The last day that counts as a year ago: owners of what was verified and asked about before it are asked again. */
export const askSince = (at: Date): string => yearsBefore(at, ASK_AFTER_YEARS);
