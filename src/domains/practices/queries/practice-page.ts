import { conceptsIn, type Concept } from '#domains/vocabulary/index.ts';
import { placeName, placesById, type Place } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { Cover, Practice, PracticeCard, TextState } from '../model.ts';
import { chooseText, type ChosenText } from '../rules/choose-text.ts';
import { coverOf } from '../rules/cover.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { otherPartners } from '../rules/partners.ts';
import { rankRelated } from '../rules/related.ts';
import { practiceBySlug, slugByFormerSlug } from '../store/practices.ts';
import { sharingConcepts } from '../store/related.ts';
import { practiceCards } from './practice-cards.ts';

export type PracticePage = Omit<Practice, 'texts' | 'placeIds' | 'conceptIds'> &
  ChosenText & {
    identifier: string;
    cover: Cover;
    languages: { language: Language; state: TextState; isWhole: boolean }[];
    places: (Place & { displayName: string })[];
    concepts: Concept[];
    related: { card: PracticeCard; shared: Concept[] }[];
  };

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

  const { texts, placeIds, conceptIds, ...facts } = practice;
  const concepts = await conceptsIn(db, language);
  const places = await placesById(db, placeIds);
  const page: PracticePage = {
    ...facts,
    ...chooseText(texts, language),
    identifier: practiceIdentifier(practice.id),
    partners: otherPartners(practice.partners, practice.organiser),
    cover: coverOf(practice.id, conceptIds),
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
    related: await relatedTo(db, practice.id, language, concepts),
  };
  return { found: 'practice', page };
}

async function relatedTo(
  db: Database,
  id: number,
  language: Language,
  concepts: Concept[],
): Promise<PracticePage['related']> {
  const ranked = rankRelated(await sharingConcepts(db, id, 40), 3);
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
