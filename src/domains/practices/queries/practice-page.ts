import { conceptsIn, type Concept } from '#domains/vocabulary/index.ts';
import { placeName, placesById, type Place } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { Cover, Practice, PracticeCard, ShownPicture, TextState } from '../model.ts';
import { chooseText, type ChosenText } from '../rules/choose-text.ts';
import { coverOf } from '../rules/cover.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { otherPartners } from '../rules/partners.ts';
import { rankRelated } from '../rules/related.ts';
import { practiceBySlug, practicesById, slugByFormerSlug } from '../store/practices.ts';
import { sharingConcepts } from '../store/related.ts';
import { practiceCards } from './practice-cards.ts';
import { shownPicture } from './shown-picture.ts';

/** A practice as a reader of one language sees it, wherever that is: on its page or on paper. */
export type PracticeReading = Omit<Practice, 'texts' | 'placeIds' | 'conceptIds' | 'pictures'> &
  ChosenText & {
    identifier: string;
    cover: Cover;
    /** The first stands as its cover. */
    pictures: ShownPicture[];
    languages: { language: Language; state: TextState; isWhole: boolean }[];
    places: (Place & { displayName: string })[];
    concepts: Concept[];
  };

export type PracticePage = PracticeReading & { related: { card: PracticeCard; shared: Concept[] }[] };

export type PracticeAnswer =
  | { found: 'practice'; page: PracticePage }
  | { found: 'moved'; slug: string }
  | { found: 'archived' }
  | { found: 'nothing' };

/** The practice at an address, as a reader of `language` sees it: or where it went, that it was withdrawn, or that there is none. */
export async function readPractice(db: Database, slug: string, language: Language): Promise<PracticeAnswer> {
  const practice = await practiceBySlug(db, slug);
  if (!practice) {
    const moved = await slugByFormerSlug(db, slug);
    return moved === undefined ? { found: 'nothing' } : { found: 'moved', slug: moved };
  }
  if (practice.state === 'archived') return { found: 'archived' };

  const concepts = await conceptsIn(db, language);
  const places = await placesById(db, practice.placeIds);
  const related = await relatedTo(db, practice.id, language, concepts);
  return { found: 'practice', page: { ...reading(practice, language, concepts, places), related } };
}

/**
 * The published ones among these practices, in the order of `ids`, as a reader of `language` sees them: what a booklet is set from.
 * Those that are archived or unknown stay away; one asked for twice comes once.
 */
export async function readPractices(
  db: Database,
  ids: readonly number[],
  language: Language,
): Promise<PracticeReading[]> {
  const practices = (await practicesById(db, ids)).filter(({ state }) => state === 'published');
  const concepts = await conceptsIn(db, language);
  const places = await placesById(db, [...new Set(practices.flatMap(({ placeIds }) => placeIds))]);
  const byId = new Map(practices.map((practice) => [practice.id, practice]));
  return [...new Set(ids)].flatMap((id) => {
    const practice = byId.get(id);
    return practice ? [reading(practice, language, concepts, places)] : [];
  });
}

/** A practice as a reader of `language` sees it. */
export function reading(
  { texts, placeIds, conceptIds, ...facts }: Practice,
  language: Language,
  concepts: readonly Concept[],
  places: ReadonlyMap<string, Place>,
): PracticeReading {
  return {
    ...facts,
    ...chooseText(texts, language),
    identifier: practiceIdentifier(facts.id),
    partners: otherPartners(facts.partners, facts.organiser),
    cover: coverOf(facts.id, conceptIds),
    pictures: facts.pictures.map(shownPicture),
    languages: texts.map((text) => ({
      language: text.language,
      state: text.state,
      isWhole: text.summary !== null,
    })),
    places: placeIds.flatMap((id) => {
      const place = places.get(id);
      return place ? [{ ...place, displayName: placeName(place, language) }] : [];
    }),
    concepts: concepts.filter(({ id }) => conceptIds.includes(id)),
  };
}

async function relatedTo(
  db: Database,
  id: number,
  language: Language,
  concepts: Concept[],
): Promise<PracticePage['related']> {
  const ranked = rankRelated(await sharingConcepts(db, id), 3);
  const cards = await practiceCards(
    db,
    ranked.map((candidate) => candidate.id),
    language,
  );
  return cards.map((card) => ({
    card,
    shared: (ranked.find((candidate) => candidate.id === card.id)?.shared ?? []).flatMap(
      (conceptId) => concepts.find((concept) => concept.id === conceptId) ?? [],
    ),
  }));
}
