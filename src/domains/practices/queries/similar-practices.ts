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
  const at = await latestAtPlaces(db, placeIds, MOST_AT_PLACE);
  const ids = [...new Set(at.map(({ id }) => id))].filter((id) => id !== draft.practiceId);
  if (ids.length === 0) return [];
  const concepts = await findConcepts(db);
  const own = told([{ ...content, language: draft.language }], draft.language, concepts);
  const near = (await practicesById(db, ids))
    .map(({ id, texts }) => ({ id, ...duplicateLikeness(own, told(texts, draft.language, concepts)) }))
    .filter(({ isLikely }) => isLikely)
    .toSorted((a, b) => b.likeness - a.likeness || a.id - b.id)
    .slice(0, MOST_SHOWN);
  return practiceCards(
    db,
    near.map(({ id }) => id),
    language,
  );
}
