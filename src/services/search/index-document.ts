import { sql, type QueryExecutorProvider } from 'kysely';
import { toTsvector, type SearchDocument } from './document.ts';
import { facetValues } from './facet-values.ts';
import { learnStems, stemsOfDocuments } from './known-stems.ts';
import { standing } from './ranking.ts';

/**
 * Puts documents in the index or replaces them there. Give the transaction that writes the thing itself, so
 * that both are kept or neither. Of two documents with one key the later wins.
 */
export async function indexDocuments(
  db: QueryExecutorProvider,
  documents: readonly SearchDocument[],
): Promise<void> {
  const byKey = new Map(documents.map((document) => [`${document.kind} ${document.ref}`, document]));
  const all = [...byKey.values()];
  for (let first = 0; first < all.length; first += 1000) {
    const part = all.slice(first, first + 1000);
    await learnFacets(db, part);
    await write(db, part);
    await learnStems(db, stemsOfDocuments(part));
  }
}

async function learnFacets(db: QueryExecutorProvider, documents: readonly SearchDocument[]): Promise<void> {
  const values = [...new Set(documents.flatMap(({ facets }) => facetValues(facets)))].sort();
  await sql`
    insert into search_facet (value)
    select value from unnest(${values}::text[]) as value
    where not exists (select from search_facet as known where known.value = value.value)
    on conflict do nothing`.execute(db);
}

async function write(db: QueryExecutorProvider, documents: readonly SearchDocument[]): Promise<void> {
  const today = new Date();
  const rows = documents.map((document) => ({
    kind: document.kind,
    ref: document.ref,
    tsv: toTsvector(document),
    values: facetValues(document.facets),
    standing: standing(document, today),
    sorted_on: document.sortedOn,
  }));
  // The levels it reaches, if its kind has any, stand among the lexemes.
  await sql`
    insert into search_document (kind, ref, tsv, facets, standing, sorted_on)
    select kind, ref,
      tsv::tsvector || array_to_tsvector(array(
        select 'l:' || level from search_level where search_level.kind = d.kind and least_standing <= d.standing)),
      (select coalesce(string_agg(symbol, ''), '') from search_facet where value = any(d.values)),
      standing, sorted_on
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as d (kind text, ref bigint, tsv text, values text[], standing real, sorted_on date)
    on conflict (kind, ref) do update set tsv = excluded.tsv, facets = excluded.facets, standing = excluded.standing,
      sorted_on = excluded.sorted_on`.execute(db);
}

/** Puts one document in the index or replaces it there; see `indexDocuments`. */
export const indexDocument = (db: QueryExecutorProvider, document: SearchDocument): Promise<void> =>
  indexDocuments(db, [document]);
