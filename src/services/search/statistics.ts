import { sql, type QueryExecutorProvider } from 'kysely';

/** Most matches that are ranked and counted; above it a page speaks of "5,000+". */
export const CAP = 5000;

/** With fewer than this the search looks further: near spellings, compounds, all languages, some of the words. */
export const FEW = 5;

/** What is known of a large kind; a small one has no level and no frequent lexeme. */
export interface Statistics {
  /** Documents of each level with all levels above it, by level. */
  readonly levels: readonly { readonly level: number; readonly documents: number }[];
  /** How many documents hold a lexeme, of those held by many. */
  readonly frequent: ReadonlyMap<string, number>;
  readonly documents: number;
}

export const noStatistics: Statistics = { levels: [], frequent: new Map(), documents: 0 };

/** Reads what the last rebuild found. Costs a query: keep it, it changes with a rebuild only. */
export async function readStatistics(db: QueryExecutorProvider, kind: string): Promise<Statistics> {
  const { rows } = await sql<{
    levels: Statistics['levels'] | null;
    frequent: Record<string, number> | null;
    documents: number;
  }>`
    select
      (select json_agg(json_build_object('level', level, 'documents', documents) order by level) from search_level where kind = ${kind}) as levels,
      (select json_object_agg(lexeme, documents) from search_frequent where kind = ${kind}) as frequent,
      coalesce((select n from search_count where kind = ${kind} and symbol = ''), 0)::int as documents`.execute(
    db,
  );
  const { levels, frequent, documents } = rows[0] ?? { levels: null, frequent: null, documents: 0 };
  return { levels: levels ?? [], frequent: new Map(Object.entries(frequent ?? {})), documents };
}

/** Lexemes of which any must be held: of each group one. */
export type Groups = readonly (readonly string[])[];

/**
 * The level in which a search for these groups is likely to find more than the cap; null when all documents
 * must be looked at, which is right for every search and slow only for frequent lexemes. Groups are taken as
 * independent of each other; a wrong guess costs time, nothing else.
 */
export function startLevel(
  groups: Groups,
  { levels, frequent, documents }: Statistics,
  cap = CAP,
): number | null {
  if (levels.length === 0 || documents === 0) return null;
  let share = 1;
  for (const lexemes of groups) {
    const held = lexemes.reduce((sum, lexeme) => sum + (frequent.get(lexeme) ?? 0), 0);
    // What is not known as frequent is rare enough to be looked at whole.
    if (held === 0) return null;
    share *= Math.min(1, held / documents);
  }
  if (share * documents < 2 * cap) return null;
  return levels.find((level) => share * level.documents >= 1.4 * cap)?.level ?? null;
}
