import type { AskedQuestion } from './question.ts';
import type { Hit, SearchResult } from './search.ts';
import type { Answer } from './search-statement.ts';

/** A search's answer in our own terms. */
export type Found = Pick<
  SearchResult,
  'total' | 'isCapped' | 'missedBy' | 'counts' | 'withoutWords' | 'withoutFacets'
> & {
  hits: Hit[];
  isEnough: boolean;
};

const UNITS = 0x10000;
/** Zero between two tallies. */
const unitCounts = new Uint32Array(UNITS);

/**
 * How often each symbol stands in a text of symbols. A page counts fifty thousand of them: those of one UTF-16 unit, which are
 * the first 63,232 values, in an array, ten times as fast as in a map.
 */
function tally(symbols: string | null): Map<string, number> {
  const text = symbols ?? '';
  const counts = new Map<string, number>();
  const seen: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.codePointAt(place) ?? 0;
    if (code < UNITS) {
      const count = unitCounts[code] ?? 0;
      if (count === 0) seen.push(code);
      unitCounts[code] = count + 1;
    } else {
      const symbol = String.fromCodePoint(code);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
      place += 1;
    }
  }
  for (const code of seen) {
    counts.set(String.fromCharCode(code), unitCounts[code] ?? 0);
    unitCounts[code] = 0;
  }
  return counts;
}

/** More would be a list of tags, not a reason. */
const MOST_REASONS = 3;

/** Concepts that a document has and that speak of words it does not hold themselves. */
function through(held: readonly boolean[], { wordCount, signConcepts }: AskedQuestion): string[] {
  const found = signConcepts
    .filter(({ covers }, n) => held[wordCount + n] === true && covers.some((place) => held[place] !== true))
    .map(({ id }) => id);
  return [...new Set(found)].slice(0, MOST_REASONS);
}

/** Makes a result of the statement's row: symbols counted, values taken apart. */
export function readAnswer(answer: Answer, question: AskedQuestion, facetNames: readonly string[]): Found {
  const stored = new Map(Object.entries(answer.stored ?? {}));
  const isEverything = question.scope.tsquery === null;
  const found = isEverything ? (stored.get('') ?? 0) : Math.min(question.scope.cap, answer.found);
  const sets = new Map(answer.others.map((other) => [other.facet, other]));
  const everywhere = isEverything ? stored : tally(answer.symbols);
  const chosen = new Set(question.without.map(({ facet }) => facet));
  const countsOf = (facet: string): Map<string, number> => {
    if (!chosen.has(facet)) return everywhere;
    const other = sets.get(facet);
    // Without its own choice nothing is asked: those counts are stored.
    return other === undefined ? stored : tally(other.symbols);
  };
  const values = Object.entries(answer.values).map(([symbol, value]) => {
    const colon = value.indexOf(':');
    return { symbol, facet: value.slice(0, colon), code: value.slice(colon + 1) };
  });
  // fromEntries, not assignment: a code may be called "__proto__".
  const counts = Object.fromEntries(
    facetNames.map((facet) => {
      const of = countsOf(facet);
      const own = values
        .filter((value) => value.facet === facet && (of.get(value.symbol) ?? 0) > 0)
        .map(({ symbol, code }) => [code, of.get(symbol) ?? 0] as const);
      return [facet, Object.fromEntries(own)] as const;
    }),
  );
  const missedBy = Object.fromEntries(
    question.without
      .map(({ facet, cap }) => {
        const others = sets.has(facet)
          ? Math.min(cap, Number(sets.get(facet)?.found ?? 0))
          : (stored.get('') ?? 0);
        return [facet, others - found] as const;
      })
      .filter(([, more]) => more > 0),
  );
  return {
    total: found,
    isEnough: answer.isEnough,
    withoutWords: answer.withoutWords,
    withoutFacets: answer.withoutFacets,
    isCapped: !isEverything && answer.found > question.scope.cap,
    hits: (answer.page ?? []).map(({ ref, signs }) => ({ ref, through: through(signs, question) })),
    missedBy,
    counts,
  };
}
