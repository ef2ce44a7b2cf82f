// `node bench/search-recall.ts [--tuning] [lv fi …]`: what the search finds of words that a reader inflects, mistypes or asks
// for a part of, and how much it finds besides. Words come from the dictionaries of this machine (Debian's hunspell-*,
// myspell-et, voikko-fi), never from the repository; every document is one word, 20,000 a language. Rules are tuned on one half
// of the dictionaries (`--tuning`), figures are reported of the other.
import { languages as all, type Language } from '../src/services/i18n/languages.ts';
import { testDatabase } from '../src/platform/database/testing.ts';
import { indexDocuments, search } from '../src/services/search/index.ts';
import { noConcepts } from '../src/services/search/concept-finder.ts';
import { lookUpNear } from '../src/services/search/near-lookup.ts';
import { readQuery } from '../src/services/search/query.ts';
import { exactQuestion, nearQuestion, type Meaning } from '../src/services/search/question.ts';
import { EXACT_FIRST, fieldWeights, STANDING_LIFT } from '../src/services/search/ranking.ts';
import { searchStatement } from '../src/services/search/search-statement.ts';
import { noStatistics } from '../src/services/search/statistics.ts';
import startPostgres from '../tests/setup/postgres.ts';
import { readDictionary } from './dictionaries/dictionary.ts';
import { drawSample, type Sample } from './recall-sample.ts';

const isTuning = process.argv.includes('--tuning');
const isTalkative = process.argv.includes('--misses');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--')) as Language[];
const languages = chosen.length > 0 ? chosen : all;
const ranking = { fields: fieldWeights, lift: STANDING_LIFT, firstBonus: EXACT_FIRST };

const stop = await startPostgres();
const database = await testDatabase();
const { db } = database;

type Passes = { exact: Set<number>; both: Set<number>; page: Set<number>; ms: number };

/**
 * What a word finds on the first pass alone, when the search looks further whatever the first found, and on a page: where it
 * looks further only when the first pass finds few.
 */
async function ask(language: Language, text: string): Promise<Passes> {
  const request = {
    kind: language,
    text,
    // As a page asks: in the reader's language and in English.
    languages: [...new Set<Language>([language, 'en'])],
    facets: {},
    facetNames: [],
    sort: 'relevance' as const,
    limit: 5_000,
    offset: 0,
  };
  const query = readQuery(text, request.languages, noConcepts);
  const meaning: Meaning = { query, concepts: noConcepts, statistics: noStatistics };
  const refs = async (question: ReturnType<typeof exactQuestion>) => {
    const { rows } = await searchStatement(question, ranking).execute(db);
    return new Set((rows[0]?.page ?? []).map(({ ref }) => Number(ref)));
  };
  const exact = await refs(exactQuestion(request, meaning));
  const began = performance.now();
  const near = await lookUpNear(db, query.words, request.languages);
  const ms = performance.now() - began;
  return {
    exact,
    both: await refs(nearQuestion(request, meaning, near, readQuery(text, all, noConcepts), false)),
    page: new Set((await search(db, request)).refs.map(Number)),
    ms,
  };
}

const share = (hits: number, of: number) => (of === 0 ? null : (100 * hits) / of);
const shown = (value: number | null, digits = 0) => (value === null ? '–' : value.toFixed(digits));

async function measure(language: Language, { pairs, typos, compounds, documents }: Sample) {
  await indexDocuments(
    db,
    documents.map(({ word }, ref) => ({
      kind: language,
      ref,
      facets: {},
      titles: { [language]: word },
      texts: [],
      concepts: [],
      quality: 0,
      sortedOn: null,
    })),
  );
  const refOf = new Map(documents.map(({ word }, ref) => [word, ref]));
  const missed: string[] = [];
  const times: number[] = [];
  let exactHits = 0;
  let bothHits = 0;
  let pageHits = 0;
  let exactForeign = 0;
  let bothForeign = 0;
  const foreign = (found: Set<number>, lemma: string) =>
    [...found].filter((ref) => documents[ref]?.lemma !== lemma).length;
  for (const { lemma, form } of pairs) {
    for (const [asked, sought] of [
      [form, lemma],
      [lemma, form],
    ] as const) {
      const { exact, both, page, ms } = await ask(language, asked);
      const ref = refOf.get(sought) ?? -1;
      if (exact.has(ref)) exactHits += 1;
      if (page.has(ref)) pageHits += 1;
      if (both.has(ref)) bothHits += 1;
      else missed.push(`${asked} → ${sought}`);
      exactForeign += foreign(exact, lemma);
      bothForeign += foreign(both, lemma);
      times.push(ms);
    }
  }
  const queries = 2 * pairs.length;
  const count = async (asked: readonly { query: string; word: string }[], mark: string) => {
    let hits = 0;
    for (const { query, word } of asked) {
      if ((await ask(language, query)).both.has(refOf.get(word) ?? -1)) hits += 1;
      else missed.push(`${mark} ${query} → ${word}`);
    }
    return share(hits, asked.length);
  };
  return {
    exact: share(exactHits, queries) ?? 0,
    both: share(bothHits, queries) ?? 0,
    page: share(pageHits, queries) ?? 0,
    exactForeign: exactForeign / queries,
    bothForeign: bothForeign / queries,
    compounds: await count(
      compounds.map(({ word, part }) => ({ query: part, word })),
      'part',
    ),
    typos: await count(
      typos.map(({ word, typed }) => ({ query: typed, word })),
      'typo',
    ),
    ms: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
    documents: documents.length,
    missed,
  };
}

type Figures = Awaited<ReturnType<typeof measure>>;
const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `${isTuning ? 'Tuning' : 'Held-out'} half; recall in %, unrelated words a query word as one in … of the dictionary.`,
);
print('lang  words  exact   both   page  unrelated exact  unrelated both  compounds  typos  ms to look near');
const figures: Figures[] = [];
let skipped = 0;
for (const language of languages) {
  const dictionary = readDictionary(language);
  if (typeof dictionary === 'string') {
    skipped += 1;
    print(`${language}    skipped: ${dictionary}`);
    continue;
  }
  const one = await measure(language, drawSample(language, dictionary, isTuning ? 'tuning' : 'held-out'));
  figures.push(one);
  const oneIn = (foreign: number) => (foreign === 0 ? 'none' : `1:${(one.documents / foreign).toFixed(0)}`);
  print(
    [
      language.padEnd(4),
      String(one.documents).padStart(6),
      shown(one.exact, 1).padStart(6),
      shown(one.both, 1).padStart(6),
      shown(one.page, 1).padStart(6),
      oneIn(one.exactForeign).padStart(15),
      oneIn(one.bothForeign).padStart(15),
      shown(one.compounds).padStart(10),
      shown(one.typos).padStart(6),
      one.ms.toFixed(1).padStart(6),
    ].join(' '),
  );
  if (isTalkative) print(one.missed.map((miss) => `      ${miss}`).join('\n'));
}
const mean = (of: (one: Figures) => number) =>
  figures.reduce((sum, one) => sum + of(one), 0) / Math.max(1, figures.length);
print(
  `mean: exact ${mean((f) => f.exact).toFixed(1)}, both ${mean((f) => f.both).toFixed(1)}; ${skipped} languages skipped`,
);
const isMet =
  figures.every(
    (f) =>
      f.both >= 85 &&
      (f.typos ?? 100) >= 90 &&
      (f.compounds ?? 100) >= 80 &&
      f.exactForeign * 1_000 < f.documents &&
      f.bothForeign * 200 < f.documents,
  ) && mean((f) => f.both) >= 90;
print(`bars: ${isMet ? 'met' : 'NOT met'}`);
await database.close();
await stop();
