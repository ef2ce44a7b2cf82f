import { sql, type RawBuilder } from 'kysely';
import type { Guess } from './statistics.ts';
import { levelLexeme, operand } from './tsquery.ts';

/** The order of what was found; relevance without words is standing, then the newest. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/** A set of documents: those a tsquery meets (null: all of the kind), at most `cap`, and what is guessed of how many they are. */
export type Scope = Guess & { readonly tsquery: string | null; readonly cap: number };

/** One search, everything already a tsquery. */
export interface Question {
  readonly kind: string;
  /** Words and all chosen facets. */
  readonly scope: Scope;
  /** The words alone: whether they find enough must not hang on the facets, or counts would be untrue. */
  readonly words: Scope;
  /** The chosen facets alone. */
  readonly facets: Scope;
  /** How many found by the words alone are enough. */
  readonly enough: number;
  /** Another question follows where the words find too few: what only the last answer tells is not looked up. */
  readonly isLast: boolean;
  /** For each facet with a choice: words and the other facets' choice. */
  readonly without: readonly (Scope & { readonly facet: string })[];
  /** What lifts a match: weights of its own for each group of operands. */
  readonly scores: readonly { readonly tsquery: string; readonly times: number }[];
  /** Matches of this come first, before everything only near. */
  readonly first: string | null;
  /** Of each document on the page: which of these it holds. */
  readonly signs: readonly string[];
  readonly facetNames: readonly string[];
  /** Most matches that are ranked and counted, where a scope does not say otherwise. */
  readonly cap: number;
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
}

/** The one row that the statement answers. */
export interface Answer {
  /** At most one more than the cap. */
  readonly found: number;
  /** Whether the words alone find enough. */
  readonly isEnough: boolean;
  /** What the words alone, and the facets alone, would find where both together find nothing; 0 otherwise. */
  readonly withoutFacets: number;
  readonly withoutWords: number;
  readonly page: { readonly ref: number; readonly signs: boolean[] }[] | null;
  /** The values of all matches, one symbol each. */
  readonly symbols: string | null;
  /** The same without one facet's choice. */
  readonly others: { readonly facet: string; readonly found: number; readonly symbols: string | null }[];
  /** The facets' values by symbol. */
  readonly values: Record<string, string>;
  /** Stored counts by symbol, when nothing was asked. */
  readonly stored: Record<string, number> | null;
}

type Sql = RawBuilder<unknown>;

// `kind || ''`: PostgreSQL must not walk all of a kind and read each document; what words or facets meet stands in their index.
const ofKind = (kind: string): Sql => sql`kind || '' = ${kind}`;

/** A cap beyond every collection: for counting without a cap. */
export const EVERY_MATCH = 1_000_000_000;

// `standing + 0`: the order must not lure PostgreSQL into walking the whole index of standings for a rare word.
const slice = (kind: string, cap: number, tsquery: string, columns: Sql): Sql =>
  sql`select ${columns} from search_document where ${ofKind(kind)} and tsv @@ ${tsquery}::tsquery
    ${cap === EVERY_MATCH ? sql`` : sql`order by standing + 0 desc, ref limit ${cap + 1}::bigint`}`;

const withinLevel = (tsquery: string, level: number): string => `${tsquery} & ${operand(levelLexeme(level))}`;

/**
 * The matches of a scope, the best standing first, at most one more than the cap. A search for frequent words looks into one
 * level after the other until it finds enough, and into everything only if they are not there.
 */
function matches({ kind }: Question, name: string, { tsquery, levels, cap }: Scope, columns: Sql): Sql[] {
  if (tsquery === null) return [];
  const table = sql.id(name);
  const part = (place: number) => sql.id(`${name}_${place}`);
  const sets = [...levels.map((level) => withinLevel(tsquery, level)), tsquery];
  if (sets.length === 1) return [sql`${table} as materialized (${slice(kind, cap, tsquery, columns)})`];
  const has = (place: number) => sql`(select count(*) from ${part(place)}) > ${cap}::int`;
  const parts = sets.map((set, place) => {
    const before = sets.slice(0, place).map((_, earlier) => sql`not (${has(earlier)})`);
    const isLooked = before.length === 0 ? sql`true` : sql.join(before, sql` and `);
    return sql`${part(place)} as materialized (select * from (${slice(kind, cap, set, columns)}) as looked where ${isLooked})`;
  });
  const last = sets.length - 1;
  const found = sets.map((_, place) =>
    place === last
      ? sql`select * from ${part(place)}`
      : sql`select * from ${part(place)} where ${has(place)}`,
  );
  return [...parts, sql`${table} as materialized (${sql.join(found, sql` union all `)})`];
}

/** How matches are ordered; see ranking.ts. */
export interface Ranking {
  readonly fields: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
  readonly lift: number;
  readonly firstBonus: number;
}

const weights = (fields: Ranking['fields']) => `{${fields.D}, ${fields.C}, ${fields.B}, ${fields.A}}`;

function score({ scores, first, limit, sort }: Question, { fields, lift, firstBonus }: Ranking): Sql {
  // Who asks for no page only counts, a page by date has its own order, and ranking is what costs.
  if (scores.length === 0 || limit === 0 || sort !== 'relevance') return sql`standing`;
  const parts = scores.map(
    ({ tsquery, times }) => sql`ts_rank(${weights(fields)}, tsv, ${tsquery}::tsquery) * ${times}::float`,
  );
  const bonus =
    first === null ? sql`` : sql` + case when tsv @@ ${first}::tsquery then ${firstBonus}::float else 0 end`;
  return sql`(${sql.join(parts, sql` + `)}) * (1 + ${lift}::float * standing)${bonus}`;
}

/** How many caps of documents the dates' index is followed for: a match in ten fills the sixtieth page on the way. */
const WALKED_CAPS = 3;

const orders: Readonly<Record<Sort, Sql>> = {
  relevance: sql`score desc, standing desc, sorted_on desc nulls last, ref`,
  newest: sql`sorted_on desc nulls last, standing desc, ref`,
  oldest: sql`sorted_on asc nulls last, standing desc, ref`,
};

// The same by an expression, of which there is no index to walk along.
const unindexed = {
  newest: sql`sorted_on + 0 desc nulls last, standing desc, ref`,
  oldest: sql`sorted_on + 0 asc nulls last, standing desc, ref`,
};

/**
 * By date the page is taken from all matches, not from the slice. Where nothing is asked, it is read off an index whatever
 * the order.
 */
function page(question: Question): Sql {
  const { kind, scope, sort, limit, offset } = question;
  const part = sql`limit ${limit}::bigint offset ${offset}::bigint`;
  if (sort === 'relevance' && scope.tsquery !== null)
    return sql`select ref, row_number() over (order by ${orders.relevance}) as place from found order by place ${part}`;
  const order = sort === 'relevance' ? sql`standing desc, ref` : orders[sort];
  const numbered = (from: Sql) => sql`select ref, row_number() over () as place from (${from}) as dated`;
  if (scope.tsquery === null)
    return numbered(sql`select ref from search_document where kind = ${kind} order by ${order} ${part}`);
  return numbered(sql`select ref from dated ${part}`);
}

/**
 * What meets a scope by date, up to the end of the page. Frequent matches are met while walking along the dates' index; but a
 * facet may hang on the date itself and stand far from where the walk begins: then all matches are sorted.
 */
function dated({ kind, scope, sort, limit, offset, cap }: Question): Sql[] {
  if (sort === 'relevance' || scope.tsquery === null) return [];
  const wanted = sql`${limit + offset}::bigint`;
  const meets = sql`tsv @@ ${scope.tsquery}::tsquery`;
  const sorted = sql`select ref from search_document where ${ofKind(kind)} and ${meets} order by ${unindexed[sort]} limit ${wanted}`;
  if (!scope.isFrequent) return [sql`dated as materialized (${sorted})`];
  return [
    sql`walked as materialized (select ref
      from (select ref, tsv from search_document where kind = ${kind} order by ${orders[sort]} limit ${WALKED_CAPS * cap}::bigint) as way
      where ${meets} limit ${wanted})`,
    sql`is_met as materialized (select count(*) = ${wanted} as whole from walked)`,
    sql`dated as materialized (select ref from walked where (select whole from is_met)
      union all (select ref from (${sorted}) as sorted where not (select whole from is_met)))`,
  ];
}

/** How many of a scope there are, at most `most`: where many are expected a level often tells. `offset 0`: once, not twice. */
function counted({ kind }: Question, { tsquery, levels }: Scope, most: number): Sql {
  if (tsquery === null) return sql`${most}::bigint`;
  const upTo = (condition: string) => sql`(select count(*) from (
    select from search_document where ${ofKind(kind)} and tsv @@ ${condition}::tsquery limit ${most}::int) as met)`;
  return levels
    .map((level) => upTo(withinLevel(tsquery, level)))
    .reduceRight(
      (whole, upper) =>
        sql`(select case when n = ${most}::int then n else ${whole} end from (select ${upper} as n offset 0) as upper)`,
      upTo(tsquery),
    );
}

/** Whether the words alone find enough, which they do if they do so under the facets. */
function enough(question: Question): Sql {
  const { words, scope, enough: least } = question;
  if (words.tsquery === null || scope.tsquery === null) return sql`true`;
  return sql`case when (select count(*) from slice) >= ${least}::int then true
    else ${counted(question, words, least)} = ${least}::int end`;
}

/** How many meet a part of the question, counted only where the whole finds nothing and no other question follows. */
function alone(question: Question, part: Scope): Sql {
  const { scope, cap, isLast } = question;
  if (part.tsquery === null || scope.tsquery === null || part.tsquery === scope.tsquery) return sql`0`;
  const isLooked = isLast ? sql`true` : sql`(select is_enough from words)`;
  return sql`case when not exists (select from found) and ${isLooked} then ${counted(question, part, cap)} else 0 end::int`;
}

/** Page, total and counts in one statement. Sets of everything are not counted anew: their counts are stored. */
export function searchStatement(question: Question, ranking: Ranking): RawBuilder<Answer> {
  const { kind, scope, signs, facetNames } = question;
  const isEverything = scope.tsquery === null;
  const recounted = question.without.filter(({ tsquery }) => tsquery !== null);
  const parts = [
    // The slice is sorted without the texts, which are many times larger than the rest of a row.
    ...matches(question, 'slice', scope, sql`ctid as tid, ref, standing`),
    sql`words as materialized (select ${enough(question)} as is_enough)`,
    ...(isEverything
      ? []
      : [
          sql`found as materialized (select ref, standing, sorted_on, facets, ${score(question, ranking)} as score
            from search_document where ctid = any(array(select tid from slice)))`,
        ]),
    ...recounted.flatMap((other, n) => matches(question, `other_${n}`, other, sql`standing, ref, facets`)),
    ...dated(question),
    sql`page as materialized (${page(question)})`,
  ];
  const others = recounted.map(
    ({ facet }, n) => sql`json_build_object('facet', ${facet}::text,
      'found', (select count(*) from ${sql.id(`other_${n}`)}),
      'symbols', (select string_agg(facets, '') from ${sql.id(`other_${n}`)}))`,
  );
  const held = signs.map((sign) => sql`tsv @@ ${sign}::tsquery`);
  const stored = sql`(select json_object_agg(symbol, n) from search_count where kind = ${kind} and n > 0)`;
  return sql<Answer>`
    with ${sql.join(parts)}
    select
      ${isEverything ? sql`0` : sql`(select count(*) from found)::int`} as found,
      (select is_enough from words) as "isEnough",
      ${alone(question, question.words)} as "withoutFacets",
      ${alone(question, question.facets)} as "withoutWords",
      (select json_agg(json_build_object('ref', ref, 'signs', array[${sql.join(held)}]::boolean[]) order by place)
        from page join search_document using (ref) where kind = ${kind}) as page,
      ${isEverything ? sql`null` : sql`(select string_agg(facets, '') from found)`} as symbols,
      json_build_array(${sql.join(others)}) as others,
      (select coalesce(json_object_agg(symbol, value), '{}') from search_facet
        where split_part(value, ':', 1) = any(${facetNames}::text[])) as values,
      ${isEverything || recounted.length < question.without.length ? stored : sql`null`} as stored`;
}
