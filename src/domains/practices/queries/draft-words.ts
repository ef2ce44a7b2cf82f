import { placesNamed } from '#domains/places/index.ts';
import { conceptsIn, type Concept } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { picturesKept } from '#services/pictures/index.ts';
import type { DraftContent, ShownPicture } from '../model.ts';
import { draftProblems, type DraftProblem } from '../rules/draft-problems.ts';
import { shownDraftPictures } from './shown-picture.ts';

/** What the words of a draft mean here: which places, which concepts, and what is wrong with it. Decides nothing about who may read it. */
export type DraftWords = {
  placeIds: string[];
  concepts: Concept[];
  /** Those that are still kept. */
  pictures: ShownPicture[];
  problems: DraftProblem[];
};

export async function draftWords(
  db: Database,
  content: DraftContent,
  language: Language,
): Promise<DraftWords> {
  const [words] = await wordsOfDrafts(db, [content], language);
  if (!words) throw new Error('a draft without words');
  return words;
}

/** The same of many drafts, in their order; places and concepts are asked for once. */
export async function wordsOfDrafts(
  db: Database,
  contents: readonly DraftContent[],
  language: Language,
): Promise<DraftWords[]> {
  const meant = await placesNamed(db, [...new Set(contents.flatMap(({ places }) => places))]);
  const concepts = await conceptsIn(db, language);
  const known = new Set<string>(concepts.map(({ id }) => id));
  const kept = await picturesKept(
    db,
    contents.flatMap(({ pictures }) => pictures.map(({ digest }) => digest)),
  );
  const knownHere = {
    meanings: (name: string) => meant.get(name)?.length ?? 0,
    isConcept: (id: string) => known.has(id),
    isPicture: (digest: string) => kept.has(digest),
  };
  return contents.map((content) => {
    const sole = content.places.flatMap((name) => {
      const places = meant.get(name) ?? [];
      return places.length === 1 ? places.map(({ id }) => id) : [];
    });
    return {
      placeIds: [...new Set(sole)],
      concepts: concepts.filter(({ id }) => content.concepts.includes(id)),
      pictures: shownDraftPictures(content.pictures, kept),
      problems: draftProblems(content, knownHere),
    };
  });
}
