import { sql, type QueryExecutorProvider } from 'kysely';

/** Most matches that are ranked and counted; above it a page speaks of "6,500+". */
export const CAP = 6500;

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

/** A level is looked into where that much more than the cap is expected in it. */
const ENOUGH = 1.4;

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

/** What is guessed of how many documents a search finds; a wrong guess costs time, nothing else. */
export interface Guess {
  /**
   * The levels to look into before everything, the smallest first; each is four times as large as the one before. None
   * where a search can be looked at whole.
   */
  readonly levels: readonly number[];
  /** More than twice the cap, even if the groups have nothing to do with each other. */
  readonly isFrequent: boolean;
}

/**
 * Guesses how many documents hold a lexeme of each group: at most as many as of the rarest group, where all are of one
 * language and subject; and as few as chance would have it, where they have nothing to do with each other. The levels begin
 * where the one guess finds more than the cap and go on to where the other does.
 */
export function guess(groups: Groups, { levels, frequent, documents }: Statistics, cap = CAP): Guess {
  const whole = { levels: [], isFrequent: false };
  if (levels.length === 0 || documents === 0) return whole;
  let most = 1;
  let byChance = 1;
  for (const lexemes of groups) {
    const held = lexemes.reduce((sum, lexeme) => sum + (frequent.get(lexeme) ?? 0), 0);
    // What is not known as frequent is rare enough to be looked at whole.
    if (held === 0) return whole;
    const share = Math.min(1, held / documents);
    most = Math.min(most, share);
    byChance *= share;
  }
  if (most * documents < 2 * cap) return whole;
  const first = levels.findIndex((level) => most * level.documents >= ENOUGH * cap);
  const last = levels.findIndex((level) => byChance * level.documents >= ENOUGH * cap);
  const chosen = first < 0 ? [] : levels.slice(first, last < 0 ? undefined : last + 1);
  return {
    levels: chosen
      .filter((_, place) => place % 2 === 0 || (last >= 0 && place === chosen.length - 1))
      .map(({ level }) => level),
    isFrequent: byChance * documents >= 2 * cap,
  };
}
