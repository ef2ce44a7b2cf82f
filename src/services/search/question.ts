import type { ConceptFinder } from './concept-finder.ts';
import { facetValue } from './facet-values.ts';
import type { NearWord } from './near-lookup.ts';
import { conceptsOf, type Query } from './query.ts';
import { meetingWeights } from './ranking.ts';
import type { SearchRequest } from './search.ts';
import { EVERY_MATCH, type Question, type Scope } from './search-statement.ts';
import { CAP, FEW, guess, type Groups, type Statistics } from './statistics.ts';
import { allOf, anyInTitle, anyLexeme, anyOf, conceptLexeme, facetLexeme } from './tsquery.ts';

/** A query with what helps to understand it. */
export interface Meaning {
  readonly query: Query;
  readonly concepts: ConceptFinder;
  readonly statistics: Statistics;
}

/** The question as asked, with what each of its signs is about. */
export type AskedQuestion = Question & {
  /** Concepts whose presence the signs tell, after one sign for each word. */
  readonly signConcepts: readonly { readonly id: string; readonly covers: readonly number[] }[];
  readonly wordCount: number;
};

/** More values of one facet than any page offers. */
const MOST_VALUES = 100;

type Score = Question['scores'][number];

/** ts_rank divides by the number of operands; a group counts as much whether it has one spelling or ten. */
function scoreOf(lexemes: readonly string[], weight: number): Score[] {
  const unique = [...new Set(lexemes)];
  const tsquery = anyLexeme(unique);
  return tsquery === null ? [] : [{ tsquery, times: weight * unique.length }];
}

function chosen({ facets, facetNames }: SearchRequest): { facet: string; lexemes: string[] }[] {
  return facetNames.flatMap((facet) => {
    const codes = Object.hasOwn(facets, facet) ? (facets[facet] ?? []).slice(0, MOST_VALUES) : [];
    return codes.length === 0
      ? []
      : [{ facet, lexemes: codes.map((code) => facetLexeme(facetValue(facet, code))) }];
  });
}

const wholeNumber = (value: number) => Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.trunc(value) || 0));

/** The question for words that meet `condition`; `groups` are its lexemes, for guessing how much is found. */
function question(
  request: SearchRequest,
  statistics: Statistics,
  words: { condition: string | null; groups: Groups },
  isLast: boolean,
): Omit<Question, 'scores' | 'first' | 'signs'> {
  const selection = chosen(request);
  const { cap: usual = CAP, exactFacet } = request;
  const scope = (left: typeof selection, { cap = usual, asked = words } = {}): Scope => ({
    tsquery: allOf([asked.condition, ...left.map(({ lexemes }) => anyLexeme(lexemes))]),
    ...guess([...asked.groups, ...left.map(({ lexemes }) => lexemes)], statistics, cap),
    cap,
  });
  return {
    kind: request.kind,
    words: scope([]),
    facets: scope(selection, { asked: { condition: null, groups: [] } }),
    enough: FEW,
    isLast,
    // Where nothing of the exact facet is chosen it is counted here, else without its choice; the total goes with it.
    scope: scope(selection, { cap: exactFacet === undefined ? usual : EVERY_MATCH }),
    without: selection.map((choice) => ({
      facet: choice.facet,
      ...scope(
        selection.filter((other) => other !== choice),
        { cap: choice.facet === exactFacet ? EVERY_MATCH : usual },
      ),
    })),
    facetNames: request.facetNames,
    cap: usual,
    sort: request.sort,
    limit: wholeNumber(request.limit),
    offset: wholeNumber(request.offset),
  };
}

/** What answers each word: itself in the languages asked, as a name, or a notion that it speaks of. */
function answers(query: Query): string[][] {
  return query.words.map(({ lexemes }, place) => [
    ...lexemes,
    ...conceptsOf(query, place).map(conceptLexeme),
  ]);
}

function signs(
  query: Query,
  extra: readonly (readonly string[])[] = [],
): Pick<AskedQuestion, 'signs' | 'signConcepts' | 'wordCount'> {
  return {
    signs: [
      ...query.words.map(({ lexemes }, place) => anyLexeme([...lexemes, ...(extra[place] ?? [])]) ?? "''"),
      ...query.concepts.map(({ id }) => anyLexeme([conceptLexeme(id)]) ?? "''"),
    ],
    signConcepts: query.concepts,
    wordCount: query.words.length,
  };
}

function scores(query: Query): Score[] {
  return [
    ...scoreOf(
      query.words.flatMap(({ lexemes }) => lexemes),
      meetingWeights.word / Math.max(1, query.words.length),
    ),
    ...scoreOf(
      query.concepts.map(({ id }) => conceptLexeme(id)),
      meetingWeights.concept / Math.max(1, query.concepts.length),
    ),
  ];
}

/** Every word must be answered, by itself or by its notion. */
export function exactQuestion(request: SearchRequest, { query, statistics }: Meaning): AskedQuestion {
  const groups = answers(query);
  return {
    ...question(request, statistics, { condition: allOf(groups.map(anyLexeme)), groups }, false),
    scores: scores(query),
    first: null,
    ...signs(query),
  };
}

/** Asked for this many words or more, a document that answers only one of them, and not in its title, is not about them. */
const MANY_WORDS = 3;

/** What meets at least two of the groups; each group is named as often as they can be halved. */
function atLeastTwo(groups: readonly (readonly string[])[]): string | null {
  if (groups.length < 2) return null;
  const half = groups.length >> 1;
  const [left, right] = [groups.slice(0, half), groups.slice(half)];
  const both = [anyLexeme(left.flat()), anyLexeme(right.flat())];
  return anyOf([both.includes(null) ? null : allOf(both), atLeastTwo(left), atLeastTwo(right)]);
}

/**
 * Looking further: also the words' spellings and compounds nearby, their meaning in any language, and documents that answer
 * only some of the words: two, by themselves or by a notion, or one in the title. `isLoose` lets one of many words do, and the next broader notions.
 */
export function nearQuestion(
  request: SearchRequest,
  { query, concepts, statistics }: Meaning,
  near: readonly NearWord[],
  wide: Query,
  isLoose: boolean,
): AskedQuestion {
  const exact = answers(query);
  const known = new Set(query.concepts.map(({ id }) => id));
  const all: Query = {
    words: query.words,
    concepts: [...query.concepts, ...wide.concepts.filter(({ id }) => !known.has(id))],
  };
  // What lies just above a notion is about the same words.
  const above = isLoose
    ? all.concepts.flatMap(({ id, covers }) =>
        [...concepts.nextBroader([id])].map((next) => ({ id: next, covers })),
      )
    : [];
  const broader = [...new Set(above.map(({ id }) => conceptLexeme(id)))];
  const nearLexemes = query.words.map((_, place) => [
    ...(near[place]?.lexemes ?? []),
    ...(wide.words[place]?.lexemes ?? []),
  ]);
  const notions = all.concepts.map(({ id }) => conceptLexeme(id));
  const words = query.words.map((word, place) => [
    ...word.lexemes,
    ...(nearLexemes[place] ?? []),
    ...conceptsOf(all, place).map(conceptLexeme),
  ]);
  const any = [...words.flat(), ...notions, ...broader];
  // A notion that several words speak of together answers them all.
  const telling = all.concepts.filter(({ covers }) => covers.length > 1).map(({ id }) => conceptLexeme(id));
  const condition =
    isLoose || words.length < MANY_WORDS
      ? anyLexeme(any)
      : anyOf([
          atLeastTwo(words),
          anyLexeme(telling),
          anyInTitle(query.words.flatMap(({ lexemes }) => lexemes)),
        ]);
  return {
    ...question(request, statistics, { condition, groups: [any] }, isLoose),
    scores: [
      ...scores(all),
      ...scoreOf(nearLexemes.flat(), meetingWeights.near / Math.max(1, query.words.length)),
      ...scoreOf(broader, meetingWeights.broader / Math.max(1, broader.length)),
    ],
    first: allOf(exact.map(anyLexeme)),
    ...signs({ words: all.words, concepts: [...all.concepts, ...above] }, nearLexemes),
  };
}
