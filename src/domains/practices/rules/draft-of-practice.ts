import type { DraftContent, Practice } from '../model.ts';

/** What a published practice's new draft begins with. `placeNames`: how its places are called in its language. */
export function draftOfPractice(practice: Practice, placeNames: readonly string[]): DraftContent {
  const text = practice.texts.find(({ state }) => state === 'original');
  if (!text) throw new Error('a practice without its original text');
  const words = (value: string | number | null): string => (value === null ? '' : String(value));
  return {
    title: text.title,
    teaser: text.teaser,
    places: [...placeNames],
    course: words(practice.course),
    yearStart: words(practice.yearStart),
    yearEnd: words(practice.yearEnd),
    organiser: words(practice.organiser),
    partners: practice.partners.join('\n'),
    summary: words(text.summary),
    challenge: words(text.challenge),
    participants: words(text.participants),
    whatWasDone: words(text.whatWasDone),
    firstSteps: words(text.firstSteps),
    whatWentWrong: words(text.whatWentWrong),
    timeToFirstEvent: words(text.timeToFirstEvent),
    effort: words(text.effort),
    outcomes: words(text.outcomes),
    outcomeEvidence: words(text.outcomeEvidence),
    costEur: words(practice.costEur),
    costNote: words(text.costNote),
    funding: words(text.funding),
    concepts: practice.conceptIds.toSorted(),
    pictures: practice.pictures.map(({ digest, alt, credit, licence }) => ({ digest, alt, credit, licence })),
    sources: practice.sources.map(({ title, url }) => ({ title: title ?? '', url })),
    consent: '',
  };
}
