/** What a place in a document counts: D the body, C summaries and headings, B the teaser, A titles and tags. */
export const fieldWeights = { D: 0.05, C: 0.15, B: 0.4, A: 1 } as const;

/** What a way of meeting a reader's word counts beside the word itself. */
export const meetingWeights = { word: 1, concept: 0.8, near: 0.3, broader: 0.25 } as const;

/** Found by the words themselves comes before all that is only near. */
export const EXACT_FIRST = 4;

const FRESH_YEARS = 15;
const COMPLETENESS_SHARE = 0.7;

/** Of 1 in the year of `today`, falling evenly to 0 fifteen years before; without a date as of half that age. */
function freshness(sortedOn: string | null, today: Date): number {
  if (sortedOn === null) return 0.5;
  const years = (today.getTime() - Date.parse(sortedOn)) / (365.25 * 86_400_000);
  return Math.min(1, Math.max(0, 1 - years / FRESH_YEARS));
}

/**
 * A document's standing, 0 to 1: seven parts how complete and trustworthy it is (`quality`, 0 to 1), three
 * parts how fresh. It orders what words do not, and lifts a match by up to half of its own score.
 */
export function standing(document: { quality: number; sortedOn: string | null }, today: Date): number {
  const quality = Math.min(1, Math.max(0, document.quality || 0));
  return COMPLETENESS_SHARE * quality + (1 - COMPLETENESS_SHARE) * freshness(document.sortedOn, today);
}

/** The share of its own score by which the best standing lifts a match. */
export const STANDING_LIFT = 0.5;
