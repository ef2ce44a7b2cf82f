import type { ComparedPractice, Comparison, Shared } from '#domains/practices/index.ts';
import {
  countryName,
  formatDate,
  formatEuros,
  formatNumber,
  m,
  type Language,
} from '#services/i18n/index.ts';
import { courseNames } from './course-names.ts';
import { facetHeadings, schemeFacets } from './facet-names.ts';
import { yearsText } from './years-text.ts';

/** A piece of text in a cell, with its language where that is not the reader's. */
export type Piece = { text: string; lang: Language | undefined };

/** One row of the comparison: a fact in words, or a set of values each with how far it is shared. An empty cell is not known. */
export type CompareRow = { name: string } & (
  { kind: 'words'; same: boolean | null; cells: Piece[][] } | { kind: 'values'; cells: Shared<string>[][] }
);

const evidence = {
  count: m.practices_evidence_count,
  survey: m.practices_evidence_survey,
  evaluation: m.practices_evidence_evaluation,
  testimony: m.practices_evidence_testimony,
};

/** The rows of a comparison in the reader's language; those of which nothing is known stay away. */
export function compareRows({ practices, same }: Comparison, language: Language): CompareRow[] {
  const known = (text: string | null | undefined, lang?: Language): Piece[] =>
    text ? [{ text, lang: lang === language ? undefined : lang }] : [];
  const words = (
    name: string,
    isSame: boolean | null,
    cell: (practice: ComparedPractice) => Piece[],
  ): CompareRow => ({ name, kind: 'words', same: isSame, cells: practices.map(cell) });
  const text = (name: string, part: TextPart): CompareRow =>
    words(name, null, ({ body }) => known(body[part], body.language));
  const values = (name: string, cell: (practice: ComparedPractice) => Shared<string>[]): CompareRow => ({
    name,
    kind: 'values',
    cells: practices.map(cell),
  });
  const rows: CompareRow[] = [
    words(m.practices_fact_places(), null, ({ places }) =>
      places.flatMap((place) => [
        ...known(place.displayName),
        ...known(
          place.population === null
            ? null
            : m.practices_population({
                count: place.population,
                number: formatNumber(place.population, language),
              }),
        ),
      ]),
    ),
    values(m.practices_facet_country(), ({ countries }) =>
      countries.map(({ value, sharing }) => ({ value: countryName(value, language), sharing })),
    ),
    values(m.practices_facet_size(), ({ sizes }) => sizes),
    words(m.practices_fact_years(), same.years, (practice) => known(yearsText(practice))),
    words(m.practices_fact_course(), same.course, ({ course }) => known(course && courseNames[course]())),
    words(m.practices_fact_cost(), same.costEur, ({ costEur, body }) => [
      ...known(costEur === null ? null : formatEuros(costEur, language)),
      ...known(body.costNote, body.language),
    ]),
    words(m.practices_fact_organiser(), same.organiser, ({ organiser }) => known(organiser)),
    values(m.practices_fact_partners(), ({ partners }) => partners),
    ...schemeFacets.map((scheme) =>
      values(facetHeadings[scheme](), ({ concepts }) =>
        concepts
          .filter(({ value }) => value.schemeId === scheme)
          .map(({ value, sharing }) => ({ value: value.label, sharing })),
      ),
    ),
    text(m.practices_part_challenge(), 'challenge'),
    text(m.practices_part_done(), 'whatWasDone'),
    text(m.practices_part_first_steps(), 'firstSteps'),
    text(m.practices_part_wrong(), 'whatWentWrong'),
    text(m.practices_part_outcomes(), 'outcomes'),
    words(m.shortlist_row_evidence(), same.evidence, ({ body }) =>
      known(body.outcomeEvidence && evidence[body.outcomeEvidence]()),
    ),
    text(m.practices_fact_participants(), 'participants'),
    text(m.practices_fact_first_event(), 'timeToFirstEvent'),
    text(m.practices_fact_effort(), 'effort'),
    text(m.practices_fact_funding(), 'funding'),
    words(m.practices_fact_verified(), null, ({ verifiedOn }) =>
      known(verifiedOn && formatDate(verifiedOn, language)),
    ),
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

type TextPart =
  | 'challenge'
  | 'whatWasDone'
  | 'firstSteps'
  | 'whatWentWrong'
  | 'outcomes'
  | 'participants'
  | 'timeToFirstEvent'
  | 'effort'
  | 'funding';
