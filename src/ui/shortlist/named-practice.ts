/** A practice as a field of the shortlist names it, and as readers know it: 'NP-12'. The room's `forms/practice-ids.ts` reads it. */
export const namedPractice = (id: number): string => `NP-${id}`;
