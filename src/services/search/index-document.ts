import { sql, type QueryExecutorProvider } from 'kysely';
import { toTsvector, type SearchDocument } from './document.ts';
import { facetValues } from './facet-values.ts';

/**
 * Puts documents in the index or replaces them there. Give the transaction that writes the thing itself, so
 * that both are kept or neither. Of two documents with one key the later wins.
 */
export async function indexDocuments(
  db: QueryExecutorProvider,
  documents: readonly SearchDocument[],
): Promise<void> {
  const byKey = new Map(documents.map((document) => [`${document.kind} ${document.ref}`, document]));
  const rows = [...byKey.values()].map(
    (document) => sql`(
      ${document.kind}::text, ${document.ref}::bigint, ${facetValues(document.facets)}::text[], ${toTsvector(document)}::tsvector,
      ${Math.min(1, Math.max(0, document.quality || 0))}::real, ${document.sortedOn}::date)`,
  );
  // Six parameters a row, and PostgreSQL takes 65,535 in a statement.
  for (let first = 0; first < rows.length; first += 1000) {
    await sql`
      insert into search_document (kind, ref, facets, tsv, quality, sorted_on)
      values ${sql.join(rows.slice(first, first + 1000))}
      on conflict (kind, ref) do update set facets = excluded.facets, tsv = excluded.tsv,
        quality = excluded.quality, sorted_on = excluded.sorted_on`.execute(db);
  }
}

/** Puts one document in the index or replaces it there; see `indexDocuments`. */
export const indexDocument = (db: QueryExecutorProvider, document: SearchDocument): Promise<void> =>
  indexDocuments(db, [document]);
