import type { PracticeReading } from '#domains/practices/index.ts';
import { formatDate, m, type Language } from '#services/i18n/index.ts';
import { paths } from '../paths.ts';
import { coverSvg, servedDimensions } from '../pearl/index.ts';
import { facetHeadings } from '../practice/facet-names.ts';
import { factsLine } from '../practice/facts-line.ts';
import { languageNotes } from '../practice/language-notes.ts';
import { licenceOf } from '../practice/licence.ts';
import { ownName, placeFacts, practiceFacts } from '../practice/practice-facts.ts';
import { practiceParts } from '../practice/practice-parts.ts';
import { yearsText } from '../practice/years-text.ts';

/** A text and the language it is in, where that is not the document's. */
export type PaperText = { text: string; lang?: string };
export type PaperFact = {
  name: string;
  values: { text: PaperText; own?: string; note?: string; url?: string }[];
};

/** A practice as practice.typ sets it: every word of it, so that the template knows no language. */
export type PaperPractice = {
  line: string;
  title: PaperText;
  teaser: PaperText;
  notes: string[];
  planned?: string;
  cover: string;
  factsHeading: string;
  facts: PaperFact[];
  summary?: PaperText;
  parts: { name: string; text: PaperText; note?: string }[];
  tagsHeading: string;
  tags: { name: string; values: string[] }[];
  tagsNote: string;
  sourcesHeading: string;
  sources: { url: string; read: string }[];
};

/** What stands on a practice's page, for paper: the same texts in the same languages, without what only a screen can do. */
export function practiceDocument(
  practice: PracticeReading,
  language: Language,
  origin: string,
): PaperPractice {
  const { head, body } = practice;
  // As HTML does: a line break in a stored text is a space.
  const inLanguage = (text: string, lang?: Language): PaperText => ({
    text: text.replace(/\s+/g, ' ').trim(),
    ...(lang && lang !== language && { lang }),
  });
  const [place] = practice.places;
  return {
    line: factsLine([place?.displayName, place && placeFacts(place, language).country, yearsText(practice)]),
    title: inLanguage(head.title, head.language),
    teaser: inLanguage(head.teaser, head.language),
    notes: languageNotes(practice, language),
    ...(practice.course === 'planned' && { planned: m.practices_planned_note() }),
    cover: coverSvg({
      seed: practice.cover.seed,
      dimensions: servedDimensions(practice.cover.dimensions),
      size: 'thumbnail',
    }),
    factsHeading: m.practices_facts(),
    facts: [
      ...placesFact(practice, language),
      ...practiceFacts(practice, language).map(({ name, text, lang }) => ({
        name,
        values: [{ text: inLanguage(text, lang) }],
      })),
      ...partnersFact(practice),
      ...standing(practice, language, origin),
    ],
    ...(body.summary && { summary: inLanguage(body.summary, body.language) }),
    parts: practiceParts(practice).map(({ name, text, note }) => ({
      name,
      text: inLanguage(text, body.language),
      ...(note && { note }),
    })),
    tagsHeading: m.practices_tags_paper(),
    tags: [...Map.groupBy(practice.concepts, ({ schemeId }) => schemeId)].map(([scheme, concepts]) => ({
      name: facetHeadings[scheme](),
      values: concepts.map(({ label }) => label),
    })),
    tagsNote: m.practices_dimensions_note(),
    sourcesHeading: m.practices_sources(),
    sources: practice.sources.map(({ url, readOn }) => ({
      url,
      read: m.practices_source_read({ date: formatDate(readOn, language) }),
    })),
  };
}

function placesFact({ places }: PracticeReading, language: Language): PaperFact[] {
  if (places.length === 0) return [];
  const values = places.map((place) => {
    const { country, population } = placeFacts(place, language);
    const own = ownName(place);
    return {
      text: { text: own ? place.displayName : `${place.displayName}, ${country}` },
      ...(own && { own: `(${own})`, country }),
      ...(population && { note: population }),
    };
  });
  return [{ name: m.practices_fact_places(), values }];
}

function partnersFact({ partners }: PracticeReading): PaperFact[] {
  if (partners.length === 0) return [];
  return [{ name: m.practices_fact_partners(), values: partners.map((text) => ({ text: { text } })) }];
}

function standing(practice: PracticeReading, language: Language, origin: string): PaperFact[] {
  const address = origin + paths.identifier(practice.identifier);
  const licence = licenceOf(practice.licence);
  return [
    ...(practice.verifiedOn
      ? [
          {
            name: m.practices_fact_verified(),
            values: [{ text: { text: formatDate(practice.verifiedOn, language) } }],
          },
        ]
      : []),
    {
      name: m.practices_fact_identifier(),
      values: [{ text: { text: practice.identifier }, note: address, url: address }],
    },
    {
      name: m.practices_fact_licence(),
      values: [{ text: { text: licence.name }, ...(licence.url && { url: licence.url }) }],
    },
  ];
}
