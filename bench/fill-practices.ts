import { sql } from 'kysely';
import { reindexPractices } from '../src/domains/practices/index.ts';
import { connect, type Database } from '../src/platform/database/connect.ts';
import { arrangeIndex } from '../src/services/search/index.ts';
import { seededRandom } from './seeded-random.ts';
import { syntheticPractices, type Synthetic } from './synthetic-practices.ts';

const BATCH = 1000;
const FIRST_ID = 1_000_000;
const schemes = ['challenge', 'culturalForm', 'targetGroup', 'method', 'dimension'];

/** Concepts of each scheme, and towns: where invented practices get their tags and places from. */
async function choices(db: Database) {
  const { rows: concepts } = await sql<{ id: string; scheme: string }>`
    select id, scheme_id as scheme from concept order by scheme_id, position`.execute(db);
  const { rows: places } = await sql<{ id: string }>`select id from place order by id`.execute(db);
  return {
    conceptsOf: new Map(
      schemes.map((name) => [name, concepts.filter(({ scheme }) => scheme === name).map(({ id }) => id)]),
    ),
    places: places.map(({ id }) => id),
  };
}

type Choices = Awaited<ReturnType<typeof choices>>;

function row({ document, words, language }: Synthetic, { conceptsOf, places }: Choices) {
  const tags = schemes.flatMap((scheme) => {
    const all = conceptsOf.get(scheme) ?? [];
    return (document.facets[scheme] ?? []).flatMap((value) => all[Number(value.slice(1)) % all.length] ?? []);
  });
  return {
    id: FIRST_ID + document.ref,
    slug: `synthetic-${document.ref}`,
    language,
    year: Number(document.sortedOn?.slice(0, 4)),
    title: words.slice(0, 6).join(' '),
    teaser: words.slice(6, 16).join(' ').slice(0, 200),
    summary: document.quality > 0.3 ? words.slice(16).join(' ') : null,
    outcomes: document.quality > 0.5 ? words.slice(30).join(' ') : null,
    tags: [...new Set(tags)],
    place: places[(document.ref * 31) % places.length],
  };
}

/** Whether a database kept from an earlier run holds them all, indexed. */
async function isFilled(db: Database, count: number): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from search_document where ref >= ${FIRST_ID}::bigint`.execute(db);
  return rows[0]?.n === count;
}

/**
 * Adds `count` invented practices of real words to a database that holds the seed world, and indexes them as `npm run
 * reindex` does; leaves alone one that holds them. Answers some of them.
 */
export async function fillPractices(url: string, count: number): Promise<Synthetic[]> {
  const db = connect(url, { max: 1 });
  try {
    const isKept = await isFilled(db, count);
    const from = await choices(db);
    const source = syntheticPractices(seededRandom(2026));
    const samples: Synthetic[] = [];
    for (let made = 0; made < count; made += BATCH) {
      const batch = Array.from(
        { length: Math.min(BATCH, count - made) },
        () => source.next().value as Synthetic,
      );
      samples.push(...batch.filter(({ document }) => document.ref % 97 === 0));
      if (isKept) continue;
      const rows = JSON.stringify(batch.map((practice) => row(practice, from)));
      await db.transaction().execute(async (trx) => {
        await sql`
          insert into practice (id, slug, original_language, year_start, licence, published_on, course)
          select id, slug, language, year, 'CC BY 4.0', make_date(year, 6, 1), 'ongoing'
          from json_to_recordset(${rows}::json) as r (id bigint, slug text, language text, year int)`.execute(
          trx,
        );
        await sql`
          insert into practice_text (practice_id, language, state, title, teaser, summary, outcomes)
          select id, language, 'original', title, teaser, summary, outcomes from json_to_recordset(${rows}::json)
            as r (id bigint, language text, title text, teaser text, summary text, outcomes text)`.execute(
          trx,
        );
        await sql`
          insert into practice_concept (practice_id, concept_id, position)
          select id, tag, place from json_to_recordset(${rows}::json) as r (id bigint, tags text[])
          cross join unnest(tags) with ordinality as tag (tag, place)`.execute(trx);
        await sql`
          insert into practice_place (practice_id, place_id, position)
          select id, place, 1 from json_to_recordset(${rows}::json) as r (id bigint, place text)`.execute(
          trx,
        );
      });
    }
    if (isKept) return samples;
    await reindexPractices(db);
    await arrangeIndex(db);
    await sql`vacuum analyze`.execute(db);
    return samples;
  } finally {
    await db.destroy();
  }
}
