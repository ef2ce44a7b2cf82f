import { allConceptLabels, type ConceptId } from '#domains/vocabulary/index.ts';
import { placesById, sizeBand, type Place } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { indexDocuments, removeKind, type SearchDocument } from '#services/search/index.ts';
import type { Practice } from '../model.ts';
import { completeness } from '../rules/completeness.ts';
import { sortedOn } from '../rules/newest.ts';
import { periodsOf } from '../rules/period.ts';
import { practicesAfter } from '../store/practices.ts';

/** The kind under which practices stand in the one search. */
export const practiceKind = 'practice';

/** Writes the search documents of all published practices anew, in the caller's transaction. Returns how many. */
export async function indexAllPractices(db: Database): Promise<number> {
  await removeKind(db, practiceKind);
  const labels = await allConceptLabels(db);
  let count = 0;
  for (let after = 0; ;) {
    const batch = await practicesAfter(db, after, 200);
    if (batch.length === 0) return count;
    const places = await placesById(db, [...new Set(batch.flatMap((practice) => practice.placeIds))]);
    const documents = batch
      .filter(({ state }) => state === 'published')
      .map((practice) => searchDocument(practice, places, labels));
    await indexDocuments(db, documents);
    count += documents.length;
    after = batch.at(-1)?.id ?? after;
  }
}

/** What a practice can be found by and counted under. */
export function searchDocument(
  practice: Practice,
  placesById: ReadonlyMap<string, Place>,
  labels: ReadonlyMap<ConceptId, { language: Language; label: string }[]>,
): SearchDocument {
  const places = practice.placeIds.flatMap((id) => placesById.get(id) ?? []);
  return {
    kind: practiceKind,
    ref: practice.id,
    facets: facetsOf(practice, places),
    titles: Object.fromEntries(practice.texts.map((text) => [text.language, text.title])),
    texts: [
      ...practice.texts.flatMap((text) => [
        { language: text.language, weight: 'B' as const, text: text.teaser },
        ...[
          text.summary,
          text.challenge,
          text.whatWasDone,
          text.firstSteps,
          text.whatWentWrong,
          text.outcomes,
        ].flatMap((part) =>
          part === null ? [] : [{ language: text.language, weight: 'C' as const, text: part }],
        ),
      ]),
      ...practice.conceptIds.flatMap((id) =>
        (labels.get(id) ?? []).map(({ language, label }) => ({
          language,
          weight: 'C' as const,
          text: label,
        })),
      ),
      ...places.map((place) => ({
        language: null,
        weight: 'A' as const,
        text: [...new Set([place.name, ...Object.values(place.names)])].join(' '),
      })),
      ...[practice.organiser ?? '', ...practice.partners].map((text) => ({
        language: null,
        weight: 'D' as const,
        text,
      })),
    ],
    quality: completeness(practice),
    sortedOn: sortedOn(practice),
  };
}

function facetsOf(practice: Practice, places: readonly Place[]): Record<string, string[]> {
  const facets: Record<string, string[]> = {
    country: places.map((place) => place.countryCode),
    place: places.map((place) => place.id),
    size: places.map(sizeBand),
    period: periodsOf(practice.yearStart, practice.yearEnd),
    language: practice.texts.filter((text) => text.summary !== null).map((text) => text.language),
  };
  for (const id of practice.conceptIds) {
    const [scheme = '', code = ''] = id.split(':');
    (facets[scheme] ??= []).push(code);
  }
  return Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...new Set(values)]]));
}
