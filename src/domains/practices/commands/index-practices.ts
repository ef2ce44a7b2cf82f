import { allConceptLabels, findConcepts, type ConceptId } from '#domains/vocabulary/index.ts';
import { placesById, sizeBand, type Place } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { countryName, languages, type Language } from '#services/i18n/index.ts';
import {
  indexDocuments,
  removeDocument,
  removeOthers,
  type ConceptFinder,
  type SearchDocument,
  type Weight,
} from '#services/search/index.ts';
import type { Practice, PracticeText } from '../model.ts';
import { completeness } from '../rules/completeness.ts';
import { sortedOn } from '../rules/newest.ts';
import { periodsOf } from '../rules/period.ts';
import { holdPractices, practicesAfter, practicesById, publishedBetween } from '../store/practices.ts';
import { withdrawDocuments } from './withdraw-documents.ts';

/** The kind under which practices stand in the one search. */
export const practiceKind = 'practice';

const BATCH = 200;

/**
 * Writes the search documents of the practices with these numbers anew, in the transaction that changes them. Those that are withdrawn
 * leave the index, and their PDFs go.
 */
export async function indexPractices(trx: Database, ids: readonly number[]): Promise<void> {
  const practices = await practicesById(trx, ids);
  const documents = await documentsOf(trx, practices, await readWords(trx));
  await indexDocuments(trx, documents);
  const kept = new Set(documents.map(({ ref }) => ref));
  const withdrawn = ids.filter((id) => !kept.has(id));
  for (const ref of withdrawn) await removeDocument(trx, { kind: practiceKind, ref });
  await withdrawDocuments(trx, withdrawn);
}

/** As `indexPractices`, by words that the caller has read, and after waiting for those that are being changed. */
export async function indexSome(
  trx: Database,
  ids: readonly number[],
  words: VocabularyWords,
): Promise<void> {
  await holdPractices(trx, ids);
  await indexDocuments(trx, await documentsOf(trx, await practicesById(trx, ids), words));
}

/** Writes the search documents of all published practices anew, in the caller's transaction. Returns how many. */
export async function indexAllPractices(trx: Database): Promise<number> {
  const words = await readWords(trx);
  let count = 0;
  for (let after: number | null = 0; after !== null;) {
    const done = await indexBatch(trx, after, words);
    count += done.count;
    after = done.last;
  }
  return count;
}

/**
 * The same in small transactions, while people read and write: a practice that is being changed is waited for.
 * Returns how many; `onProgress` is told now and then.
 */
export async function reindexPractices(
  db: Database,
  onProgress: (count: number) => void = () => {},
): Promise<number> {
  const words = await readWords(db);
  let count = 0;
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const done = await db.transaction().execute((trx) => indexBatch(trx, from, words));
    count += done.count;
    after = done.last;
    if (count % 10_000 < done.count) onProgress(count);
  }
  return count;
}

/** The next practices after a number, and nothing else of their range; `last` is null when there are no more. */
async function indexBatch(
  trx: Database,
  after: number,
  words: VocabularyWords,
): Promise<{ count: number; last: number | null }> {
  const batch = await practicesAfter(trx, after, BATCH);
  const documents = await documentsOf(trx, batch, words);
  await indexDocuments(trx, documents);
  const last = batch.length < BATCH ? null : (batch.at(-1)?.id ?? null);
  await removeOthers(trx, practiceKind, { after, upTo: last, keep: publishedBetween(trx, after, last) });
  return { count: documents.length, last };
}

type VocabularyWords = {
  labels: ReadonlyMap<ConceptId, { language: Language; label: string }[]>;
  concepts: ConceptFinder;
};

/** Read once for many practices: the thesaurus is large. */
export const readWords = async (db: Database): Promise<VocabularyWords> => ({
  labels: await allConceptLabels(db),
  concepts: await findConcepts(db),
});

async function documentsOf(
  db: Database,
  practices: readonly Practice[],
  words: VocabularyWords,
): Promise<SearchDocument[]> {
  const places = await placesById(db, [...new Set(practices.flatMap((practice) => practice.placeIds))]);
  return practices
    .filter(({ state }) => state === 'published')
    .map((practice) => searchDocument(practice, places, words));
}

/** What a practice can be found by and counted under. */
export function searchDocument(
  practice: Practice,
  placesById: ReadonlyMap<string, Place>,
  { labels, concepts }: VocabularyWords,
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
      // "Denmark" is asked for in words as often as in the filter.
      ...[...new Set(places.map(({ countryCode }) => countryCode))].flatMap((code) =>
        languages.map((language) => ({ language, weight: 'B' as const, text: countryName(code, language) })),
      ),
      ...[practice.organiser ?? '', ...practice.partners].map((text) => ({
        language: null,
        weight: 'D' as const,
        text,
      })),
    ],
    concepts: conceptsIn(practice, concepts),
    quality: completeness(practice),
    sortedOn: sortedOn(practice),
  };
}

/**
 * The notions of a practice: its tags first, then those met in its texts, title before teaser before body, and
 * what is broader than its tags and its title.
 */
function conceptsIn(practice: Practice, concepts: ConceptFinder): { id: string; weight: Weight }[] {
  const met = (weight: Weight, texts: (text: PracticeText) => (string | null)[]) =>
    practice.texts.flatMap((text) =>
      texts(text).flatMap((part) =>
        part === null ? [] : [...concepts.inText(part, text.language)].map((id) => ({ id, weight })),
      ),
    );
  const named = [
    ...practice.conceptIds.map((id) => ({ id: id as string, weight: 'A' as const })),
    ...met('B', (text) => [text.title]),
  ];
  return [
    ...named,
    ...met('C', (text) => [text.teaser]),
    ...met('D', (text) => [text.summary, text.challenge, text.whatWasDone, text.firstSteps, text.outcomes]),
    ...[...concepts.broader(named.map(({ id }) => id))].map((id) => ({ id, weight: 'C' as const })),
  ];
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
