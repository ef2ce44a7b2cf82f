import { sql, type RawBuilder } from 'kysely';
import { facetValue } from './facet-values.ts';

/** The order of what was found; relevance without words is quality, then the newest. */
export type Sort = 'relevance' | 'newest' | 'oldest';

/** One search, its words already a tsquery (null: everything of the kind). */
export interface Question {
  readonly kind: string;
  readonly tsquery: string | null;
  /** The codes chosen, by facet, none empty. */
  readonly selection: readonly (readonly [facet: string, codes: readonly string[]])[];
  readonly facetNames: readonly string[];
  readonly sort: Sort;
  readonly limit: number;
  readonly offset: number;
}

/** The one row that the statement answers. */
export interface Answer {
  readonly total: number;
  readonly refs: number[];
  /** How many more there were without one facet's choice. */
  readonly missedBy: { readonly facet: string; readonly n: number }[];
  readonly counts: { readonly facet: string; readonly code: string; readonly n: number }[];
}

const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  relevance: sql`score desc, quality desc, sorted_on desc nulls last, ref`,
  newest: sql`sorted_on desc nulls last, score desc, ref`,
  oldest: sql`sorted_on asc nulls last, score desc, ref`,
};

// Weights of D, C, B, A: PostgreSQL's own, spelled out because the order of results hangs on them.
const rank = (tsquery: string) =>
  sql`ts_rank('{0.1, 0.2, 0.4, 1.0}', tsv, ${tsquery}::tsquery) * (1 + quality)`;

const missedFacets = (selection: Question['selection']) =>
  selection.length === 0
    ? sql`array[]::text[]`
    : sql`array_remove(array[${sql.join(
        selection.map(([facet, codes]) => {
          const values = codes.map((code) => facetValue(facet, code));
          return sql`case when facets && ${values}::text[] then null else ${facet}::text end`;
        }),
      )}], null)`;

/**
 * Page, total and counts in one statement. Counts must be true under the *other* facets: a match that misses
 * the choice in one facet only still counts in that facet, so matches carry the facets they miss, and those
 * that miss two go at once.
 */
export function searchStatement(question: Question): RawBuilder<Answer> {
  const { kind, tsquery, selection, facetNames, sort, limit, offset } = question;
  return sql<Answer>`
    with matched as materialized (
      select ref, quality, sorted_on, facets, missed, ${tsquery === null ? sql`quality` : rank(tsquery)} as score
      from search_document cross join lateral (select ${missedFacets(selection)} as missed) as choice
      where kind = ${kind} ${tsquery === null ? sql`` : sql`and tsv @@ ${tsquery}::tsquery`} and cardinality(missed) <= 1
    ),
    page as (
      select ref, row_number() over (order by ${orders[sort]}) as place
      from matched where missed = '{}' order by place limit ${limit}::bigint offset ${offset}::bigint
    ),
    -- Grouped by the whole value, taken apart afterwards: a match has a score of values, all facets a few hundred.
    counted as materialized (
      select value, count(*) as n from matched cross join unnest(facets) as value
      where missed = '{}' or value ^@ (missed[1] || ':')
      group by value
    ),
    named as (
      select facet, substr(value, length(facet) + 2) as code, n
      from counted cross join lateral (select split_part(value, ':', 1) as facet) as apart
      where facet = any(${facetNames}::text[])
    )
    select
      (select count(*) from matched where missed = '{}')::int as total,
      (select coalesce(json_agg(ref order by place), '[]') from page) as refs,
      (select coalesce(json_agg(json_build_object('facet', facet, 'n', n)), '[]')
        from (select missed[1] as facet, count(*) as n from matched where missed <> '{}' group by 1) as lost) as "missedBy",
      (select coalesce(json_agg(json_build_object('facet', facet, 'code', code, 'n', n)), '[]') from named) as counts`;
}
