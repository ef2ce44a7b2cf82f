import { sql } from 'kysely';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from '#platform/database/connect.ts';
import { conceptFinder } from '#services/search/concept-finder.ts';
import { readQuery } from '#services/search/query.ts';
import { allOf, anyLexeme, facetLexeme } from '#services/search/tsquery.ts';
import { facetNames, type Synthetic, type SyntheticQuery } from './synthetic-practices.ts';

/** Another way to answer the same questions: the first twenty, and counts of facets. */
export interface Rival {
  readonly name: string;
  /** Beyond this many practices it is not asked. */
  readonly most: number;
  add(practices: readonly Synthetic[]): Promise<void>;
  ask(query: SyntheticQuery): Promise<unknown>;
  close(): void;
}

const none = conceptFinder([]);
const values = ({ document }: Synthetic): string[] =>
  Object.entries(document.facets).flatMap(([name, codes]) => codes.map((code) => `${name}:${code}`));

/** The same table and index asked six times: the list, and five facets each under the others' choice. */
export function sixQueries(db: Database): Rival {
  const weights = '{0.05, 0.15, 0.4, 1}';
  return {
    name: 'six queries',
    most: Infinity,
    add: () => Promise.resolve(),
    close: () => {},
    async ask({ text, language, facets }) {
      const words = readQuery(text, [language], none).words.map((word) => anyLexeme(word.lexemes));
      const scope = (without?: string) =>
        allOf([
          ...words,
          ...Object.entries(facets)
            .filter(([name]) => name !== without)
            .map(([name, codes]) => anyLexeme(codes.map((code) => facetLexeme(`${name}:${code}`)))),
        ]);
      await sql`select ref from search_document where kind = 'synthetic' and tsv @@ ${scope()}::tsquery
        order by ts_rank(${weights}, tsv, ${allOf(words)}::tsquery) * (1 + standing) desc, ref limit 20`.execute(
        db,
      );
      for (const name of facetNames.slice(0, 5)) {
        await sql`select value, count(*) from search_document
          cross join unnest(string_to_array(facets, null)) as symbol join search_facet using (symbol)
          where kind = 'synthetic' and tsv @@ ${scope(name)}::tsquery and split_part(value, ':', 1) = ${name}
          group by value`.execute(db);
      }
    },
  };
}

/** SQLite's full text search with a table of facet values, counted under all filters. */
export function sqliteFts5(): Rival {
  const db = new DatabaseSync(':memory:');
  db.exec(`create virtual table fts using fts5(title, teaser, body); create table doc_facet (doc integer, value text);
    create temp table met (doc integer primary key);`);
  const addText = db.prepare('insert into fts (rowid, title, teaser, body) values (?, ?, ?, ?)');
  const addValue = db.prepare('insert into doc_facet values (?, ?)');
  return {
    name: 'SQLite FTS5',
    most: 100_000,
    add(practices) {
      db.exec('begin');
      for (const practice of practices) {
        const { words, document } = practice;
        const part = (from: number, to: number) => words.slice(from, to).join(' ');
        addText.run(document.ref, part(0, 6), part(6, 16), part(16, 46));
        for (const value of values(practice)) addValue.run(document.ref, value);
      }
      db.exec(
        'commit; create index if not exists doc_facet_doc on doc_facet (doc); create index if not exists doc_facet_value on doc_facet (value, doc)',
      );
      return Promise.resolve();
    },
    ask({ text, facets }) {
      const match = text
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' ');
      const chosen = Object.entries(facets).flatMap(([name, codes]) =>
        codes.map((code) => `${name}:${code}`),
      );
      const filter = chosen.map(() => 'and rowid in (select doc from doc_facet where value = ?)').join(' ');
      db.exec('delete from met');
      db.prepare(`insert into met select rowid from fts where fts match ? ${filter}`).run(match, ...chosen);
      db.prepare(
        'select value, count(*) from doc_facet where doc in (select doc from met) group by value',
      ).all();
      return Promise.resolve(
        db
          .prepare(`select rowid from fts where fts match ? ${filter} order by bm25(fts, 10, 4, 1) limit 20`)
          .all(match, ...chosen),
      );
    },
    close: () => db.close(),
  };
}

/** MiniSearch in this process's memory. */
export async function miniSearch(): Promise<Rival> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<{ id: number; title: string; text: string; values: string[] }>({
    fields: ['title', 'text'],
    storeFields: ['values'],
  });
  return {
    name: 'MiniSearch',
    most: 100_000,
    add(practices) {
      index.addAll(
        practices.map((practice) => ({
          id: practice.document.ref,
          title: practice.words.slice(0, 6).join(' '),
          text: practice.words.slice(6).join(' '),
          values: values(practice),
        })),
      );
      return Promise.resolve();
    },
    ask({ text, facets }) {
      const chosen = Object.entries(facets).flatMap(([name, codes]) =>
        codes.map((code) => `${name}:${code}`),
      );
      const found = index.search(text, {
        combineWith: 'AND',
        boost: { title: 4 },
        filter: (hit) => chosen.every((value) => (hit['values'] as string[]).includes(value)),
      });
      const counts = new Map<string, number>();
      for (const hit of found)
        for (const value of hit['values'] as string[]) counts.set(value, (counts.get(value) ?? 0) + 1);
      return Promise.resolve([found.slice(0, 20), counts]);
    },
    close: () => index.removeAll(),
  };
}

/** Orama in this process's memory. */
export async function orama(): Promise<Rival> {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const schema = Object.fromEntries(facetNames.map((name) => [name, 'enum[]' as const]));
  const index = create({ schema: { title: 'string', text: 'string', ...schema } as never });
  return {
    name: 'Orama',
    most: 10_000,
    async add(practices) {
      await insertMultiple(
        index,
        practices.map(({ words, document }) => ({
          title: words.slice(0, 6).join(' '),
          text: words.slice(6).join(' '),
          ...document.facets,
        })) as never,
        1000,
      );
    },
    async ask({ text, facets }) {
      return search(index, {
        term: text,
        limit: 20,
        threshold: 0,
        boost: { title: 4 },
        where: Object.fromEntries(
          Object.entries(facets).map(([name, codes]) => [name, { containsAny: codes }]),
        ),
      } as never);
    },
    close: () => {},
  };
}
