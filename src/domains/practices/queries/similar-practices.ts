import { setImmediate } from 'node:timers/promises';
import { findConcepts } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { textStems, type ConceptFinder } from '#services/search/index.ts';
import type { DraftContent, PracticeCard, PracticeText } from '../model.ts';
import { duplicateLikeness, type Told } from '../rules/duplicates.ts';
import { latestAtPlaces } from '../store/practices-at-places.ts';
import { practicesById } from '../store/practices.ts';
import { practiceCards } from './practice-cards.ts';

/** Most practices of a place that are looked at, and most that are shown. */
const MOST_AT_PLACE = 200;
const MOST_SHOWN = 5;

type Words = Pick<PracticeText, 'title' | 'teaser' | 'language'>;

const told = (texts: readonly Words[], language: Language, concepts: ConceptFinder): Told => ({
  stems: new Set(
    texts
      .filter((text) => text.language === language)
      .flatMap(({ title, teaser }) => [...textStems(`${title} ${teaser}`, language)]),
  ),
  concepts: new Set(
    texts.flatMap((text) => [...concepts.inText(`${text.title}. ${text.teaser}`, text.language)]),
  ),
});

type Writing = {
  language: Language;
  practiceId: number | null;
  content: DraftContent;
  placeIds: readonly string[];
};

/** As `similarPractices`, for many drafts at once: of each the numbers of the practices, the nearest first. */
export async function likelyDuplicates(db: Database, drafts: readonly Writing[]): Promise<number[][]> {
  const places = [...new Set(drafts.flatMap(({ placeIds }) => placeIds))];
  const at = Map.groupBy(await latestAtPlaces(db, places, MOST_AT_PLACE), ({ place }) => place);
  const ids = [...new Set([...at.values()].flat().map(({ id }) => id))];
  if (ids.length === 0) return drafts.map(() => []);
  const concepts = await findConcepts(db);
  const texts = new Map((await practicesById(db, ids)).map((practice) => [practice.id, practice.texts]));
  const known = new Map<string, Told>();
  const toldOf = (id: number, language: Language): Told => {
    const key = `${language} ${id}`;
    const before = known.get(key);
    if (before) return before;
    const now = told(texts.get(id) ?? [], language, concepts);
    known.set(key, now);
    return now;
  };
  const found: number[][] = [];
  for (const { language, practiceId, content, placeIds } of drafts) {
    const there = new Set(placeIds.flatMap((place) => at.get(place) ?? []).map(({ id }) => id));
    const own = told([{ ...content, language }], language, concepts);
    found.push(
      [...there]
        .filter((id) => id !== practiceId)
        .map((id) => ({ id, ...duplicateLikeness(own, toldOf(id, language)) }))
        .filter(({ isLikely }) => isLikely)
        .toSorted((a, b) => b.likeness - a.likeness || a.id - b.id)
        .slice(0, MOST_SHOWN)
        .map(({ id }) => id),
    );
    // Readers are answered in between: a thousand drafts take a second.
    if (found.length % 20 === 0) await setImmediate();
  }
  return found;
}

/**
 * Published practices of the same places that may be the one that is being written: near in words where a text in its language is known,
 * or in the notions that the words speak of, whatever the language. The nearest first.
 */
export async function similarPractices(
  db: Database,
  draft: { language: Language; practiceId: number | null },
  content: DraftContent,
  placeIds: readonly string[],
  language: Language,
): Promise<PracticeCard[]> {
  const [ids = []] = await likelyDuplicates(db, [{ ...draft, content, placeIds }]);
  return practiceCards(db, ids, language);
}
