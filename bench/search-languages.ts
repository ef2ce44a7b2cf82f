// `node bench/search-languages.ts [--misses] [lv fi …]`: the seed world, asked in each language for every challenge, form, group
// and method that a practice carries: by its label, by a synonym, and by that synonym inflected where this machine's
// dictionaries know it. A practice that carries it must stand among the first five of the list as a reader would see it.
import { readFileSync } from 'node:fs';
import { languages as all, type Language } from '../src/services/i18n/languages.ts';
import { startAsking } from './ask-the-seed.ts';
import { readDictionary, type Dictionary } from './dictionaries/dictionary.ts';
import { pick, seededRandom } from './seeded-random.ts';

const isTalkative = process.argv.includes('--misses');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--')) as Language[];
const languages = chosen.length > 0 ? chosen : all;

type Terms = Record<string, { synonyms: string[]; spoken: string[] }>;
const termsOf = (language: Language) =>
  JSON.parse(
    readFileSync(new URL(`../db/seed/vocabulary/thesaurus/terms/${language}.json`, import.meta.url), 'utf8'),
  ) as Terms;

const { db, carried, firstFive, stop } = await startAsking();

/** The term with one word that the dictionary knows in another form; null when it knows none. */
function inflected(term: string, dictionary: Dictionary | string, random: () => number): string | null {
  if (typeof dictionary === 'string') return null;
  const words = term.split(' ');
  const known = words.flatMap((word, place) => {
    const forms = dictionary.get(word.toLowerCase()) ?? [];
    return forms.length === 0 ? [] : [{ place, forms }];
  });
  if (known.length === 0) return null;
  const { place, forms } = pick(known, random);
  return words.map((word, n) => (n === place ? pick(forms, random) : word)).join(' ');
}

process.stdout.write('lang  notions  label  synonym  inflected (of)  all\n');
let worst = 100;
for (const language of languages) {
  const random = seededRandom(77);
  const labels = new Map(
    (
      await db
        .selectFrom('concept_label')
        .where('language', '=', language)
        .select(['concept_id', 'label'])
        .execute()
    ).map(({ concept_id, label }) => [concept_id, label]),
  );
  const terms = termsOf(language);
  const dictionary = readDictionary(language);
  const met = { label: 0, synonym: 0, inflected: 0 };
  const asked = { label: 0, synonym: 0, inflected: 0 };
  const missed: string[] = [];
  for (const [id, practices] of [...carried].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const synonyms = terms[id.replace(':', '/')]?.synonyms ?? [];
    const synonym = synonyms.length === 0 ? null : pick(synonyms, random);
    const questions = {
      label: labels.get(id) ?? null,
      synonym,
      inflected: synonym === null ? null : inflected(synonym, dictionary, random),
    };
    for (const [kind, text] of Object.entries(questions) as [keyof typeof met, string | null][]) {
      if (text === null) continue;
      asked[kind] += 1;
      if ((await firstFive(text, language)).some((practice) => practices.has(practice))) met[kind] += 1;
      else missed.push(`${kind} ${id}: ${text}`);
    }
  }
  const per = (hits: number, of: number) => (of === 0 ? '–' : ((100 * hits) / of).toFixed(1));
  const hits = met.label + met.synonym + met.inflected;
  const of = asked.label + asked.synonym + asked.inflected;
  worst = Math.min(worst, (100 * hits) / Math.max(1, of));
  process.stdout.write(
    `${language}    ${String(carried.size).padStart(7)} ${per(met.label, asked.label).padStart(6)} ${per(met.synonym, asked.synonym).padStart(8)} ${per(met.inflected, asked.inflected).padStart(10)} (${asked.inflected}) ${per(hits, of).padStart(6)}\n`,
  );
  if (isTalkative) process.stdout.write(missed.map((miss) => `      ${miss}\n`).join(''));
}
process.stdout.write(`bar of 95 % in each language: ${worst >= 95 ? 'met' : 'NOT met'}\n`);
await stop();
