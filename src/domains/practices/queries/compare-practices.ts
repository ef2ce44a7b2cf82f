import { placeName, placesById, sizeBand, type Place } from '#domains/places/index.ts';
import { conceptsIn, type Concept } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { Practice } from '../model.ts';
import { chooseText, type ChosenText } from '../rules/choose-text.ts';
import { compareValues, isSame, type Shared } from '../rules/compare.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { otherPartners } from '../rules/partners.ts';
import { practicesById } from '../store/practices.ts';
import { facetLabels } from './facet-labels.ts';

/** More columns cannot be read beside each other. */
export const mostCompared = 3;

type SingleFact = 'course' | 'organiser' | 'costEur';

/** A practice beside others: its facts, and of those that have several values how far each is shared. */
export type ComparedPractice = Pick<
  Practice,
  'id' | 'slug' | 'verifiedOn' | 'yearStart' | 'yearEnd' | SingleFact
> &
  ChosenText & {
    identifier: string;
    places: (Place & { displayName: string })[];
    countries: Shared<string>[];
    /** Names of the bands of size. */
    sizes: Shared<string>[];
    partners: Shared<string>[];
    concepts: Shared<Concept>[];
  };

export type Comparison = {
  practices: ComparedPractice[];
  /** For facts of one value: whether it is the same in all; null where too little is known to say. */
  same: Record<SingleFact | 'years' | 'evidence', boolean | null>;
  /** What was asked for and is not published, whether withdrawn or unknown. */
  gone: NotCompared[];
  /** What is published, but beyond the most that can be compared. */
  leftOut: NotCompared[];
};

/** A practice that was asked for and does not stand in the comparison; `known` is null where there never was one of this number. */
export type NotCompared = {
  identifier: string;
  known: { slug: string; title: string; language: Language } | null;
};

/** Up to three published practices side by side, in the order asked for. */
export async function comparePractices(
  db: Database,
  ids: readonly number[],
  language: Language,
): Promise<Comparison> {
  const found = new Map((await practicesById(db, ids)).map((practice) => [practice.id, practice]));
  const published = ids.flatMap((id) => {
    const practice = found.get(id);
    return practice?.state === 'published' ? [practice] : [];
  });
  const practices = published.slice(0, mostCompared);
  const texts = practices.map((practice) => chooseText(practice.texts, language));
  const notCompared = (id: number): NotCompared => {
    const practice = found.get(id);
    if (!practice) return { identifier: practiceIdentifier(id), known: null };
    const { title, language: titleLanguage } = chooseText(practice.texts, language).head;
    return {
      identifier: practiceIdentifier(id),
      known: { slug: practice.slug, title, language: titleLanguage },
    };
  };
  const one = <T>(fact: (practice: Practice) => T | null) => isSame(practices.map(fact));
  return {
    practices: await sideBySide(db, practices, texts, language),
    same: {
      course: one(({ course }) => course),
      years: one(yearsOf),
      organiser: one(({ organiser }) => organiser),
      costEur: one(({ costEur }) => costEur),
      evidence: isSame(texts.map(({ body }) => body.outcomeEvidence)),
    },
    gone: ids.filter((id) => found.get(id)?.state !== 'published').map(notCompared),
    leftOut: published.slice(mostCompared).map(({ id }) => notCompared(id)),
  };
}

/** One year says the same whether it stands as the first, the last or both; that something goes on is another matter. */
function yearsOf({ yearStart, yearEnd, course }: Practice): string | null {
  const from = yearStart ?? yearEnd;
  if (from === null) return null;
  return course === 'ongoing' && yearEnd === null ? `${from}-` : `${from}-${yearEnd ?? from}`;
}

async function sideBySide(
  db: Database,
  practices: readonly Practice[],
  texts: readonly ChosenText[],
  language: Language,
): Promise<ComparedPractice[]> {
  const concepts = await conceptsIn(db, language);
  const allPlaces = await placesById(
    db,
    practices.flatMap(({ placeIds }) => placeIds),
  );
  const { labelOf } = facetLabels(concepts, [], language);
  const places = practices.map(({ placeIds }) => placeIds.flatMap((id) => allPlaces.get(id) ?? []));

  const countries = compareValues(places.map((of) => of.map(({ countryCode }) => countryCode)));
  const sizes = compareValues(places.map((of) => of.map(sizeBand).filter((band) => band !== 'unknown')));
  const partners = compareValues(practices.map((of) => otherPartners(of.partners, of.organiser)));
  // In the vocabularies' order, so that what is alike stands at the same place in each.
  const tags = compareValues(
    practices.map(({ conceptIds }) => concepts.filter(({ id }) => conceptIds.includes(id))),
  );
  return practices.map((practice, at) => ({
    id: practice.id,
    slug: practice.slug,
    identifier: practiceIdentifier(practice.id),
    course: practice.course,
    yearStart: practice.yearStart,
    yearEnd: practice.yearEnd,
    organiser: practice.organiser,
    costEur: practice.costEur,
    verifiedOn: practice.verifiedOn,
    ...(texts[at] as ChosenText),
    places: (places[at] ?? []).map((place) => ({ ...place, displayName: placeName(place, language) })),
    countries: countries[at] ?? [],
    sizes: (sizes[at] ?? []).map(({ value, sharing }) => ({ value: labelOf('size', value), sharing })),
    partners: partners[at] ?? [],
    concepts: tags[at] ?? [],
  }));
}
