import { existsSync, readFileSync } from 'node:fs';
import { languages, type Language } from '#services/i18n/languages.ts';
import type { SearchDocument } from '#services/search/index.ts';
import { shuffled } from './seeded-random.ts';

const dictionaries: Partial<Record<Language, [file: string, encoding: string]>> = {
  en: ['en_US', 'utf-8'],
  lv: ['lv_LV', 'utf-8'],
  lt: ['lt_LT', 'utf-8'],
  et: ['et_EE', 'iso-8859-15'],
  sv: ['sv_SE', 'utf-8'],
  da: ['da_DK', 'utf-8'],
  de: ['de_DE', 'iso-8859-1'],
  pl: ['pl_PL', 'iso-8859-2'],
};
const WORDS = 20_000;

/** How many values each facet has, and how many of them a practice at least and at most. */
const facets: Readonly<Record<string, readonly [values: number, least: number, most: number]>> = {
  challenge: [22, 1, 3],
  culturalForm: [23, 1, 3],
  targetGroup: [22, 1, 3],
  method: [44, 2, 4],
  dimension: [8, 2, 3],
  country: [8, 1, 1],
  period: [6, 1, 2],
  size: [6, 1, 1],
  language: [9, 1, 2],
};
export const facetNames = Object.keys(facets);

/** Real words of a language in an order drawn by `random`: Debian's dictionary where it is installed, else the thesaurus and the seed. */
function wordsOf(language: Language, random: () => number): string[] {
  const [file, encoding] = dictionaries[language] ?? ['', ''];
  const path = `/usr/share/hunspell/${file}.dic`;
  const text =
    file !== '' && existsSync(path)
      ? new TextDecoder(encoding).decode(readFileSync(path))
      : ['vocabulary/thesaurus/terms', 'practices/translations']
          .map((folder) => `db/seed/${folder}/${language}.json`)
          .filter((name) => existsSync(name))
          .map((name) => readFileSync(name, 'utf8').replace(/[\s"]+/g, '\n'))
          .join('\n');
  const words = text
    .split('\n')
    .map((line) => (line.split(/[/\t ,]/)[0] ?? '').toLowerCase())
    .filter((word) => /^\p{L}{3,20}$/u.test(word));
  return shuffled([...new Set(words)], random).slice(0, WORDS);
}

/** Draws a place among `n` after Zipf: the first is the most frequent. */
function zipf(n: number, random: () => number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let place = 1; place <= n; place += 1) sums.push((sum += 1 / place));
  return () => {
    const at = random() * sum;
    let low = 0;
    for (let high = n - 1; low < high;) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export interface Synthetic {
  readonly document: SearchDocument;
  readonly language: Language;
  readonly words: readonly string[];
}

/** Practices without end, each in one language: 46 words over title, teaser and body, six concepts, all nine facets. */
export function* syntheticPractices(random: () => number): Generator<Synthetic> {
  const vocabulary = languages.map((language) => {
    const words = wordsOf(language, random);
    return { language, words, draw: zipf(words.length, random) };
  });
  // The low numbers are the frequent ones.
  const skewed = (n: number) => Math.floor(n * random() * random());
  for (let ref = 1; ; ref += 1) {
    const own = vocabulary[Math.floor(random() * vocabulary.length)];
    if (own === undefined) return;
    const words = Array.from({ length: 46 }, () => own.words[own.draw()] ?? '');
    const values = Object.entries(facets).map(([name, [count, least, most]]) => {
      const wanted = least + Math.floor(random() * (most - least + 1));
      const chosen = new Set<string>();
      while (chosen.size < wanted) chosen.add(`v${skewed(count)}`);
      return [name, [...chosen]] as const;
    });
    const text = (weight: 'B' | 'C', from: number, to: number) => ({
      language: own.language,
      weight,
      text: words.slice(from, to).join(' '),
    });
    yield {
      language: own.language,
      words,
      document: {
        kind: 'synthetic',
        ref,
        facets: Object.fromEntries(values),
        titles: { [own.language]: words.slice(0, 6).join(' ') },
        texts: [text('B', 6, 16), text('C', 16, 46)],
        concepts: Array.from({ length: 6 }, (_, n) => ({
          id: `topic:t${skewed(400)}`,
          weight: (['A', 'B', 'C', 'D'] as const)[n % 4] ?? 'D',
        })),
        quality: (random() + random()) / 2,
        sortedOn: `${2008 + Math.floor(18 * Math.sqrt(random()))}-12-31`,
      },
    };
  }
}

export interface SyntheticQuery {
  readonly text: string;
  readonly language: Language;
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** Queries of one or two words of a practice, seven in ten with one or two of its facet values. */
export function queriesFrom(
  samples: readonly Synthetic[],
  count: number,
  random: () => number,
): SyntheticQuery[] {
  return Array.from({ length: count }, () => {
    const sample = samples[Math.floor(random() * samples.length)];
    if (sample === undefined) throw new RangeError('No practices to ask for.');
    const { words, language, document } = sample;
    const word = () => words[Math.floor(random() * words.length)] ?? '';
    const chosen: Record<string, readonly string[]> = {};
    const filters = random() < 0.3 ? 0 : random() < 0.6 ? 1 : 2;
    for (let n = 0; n < filters; n += 1) {
      const name = facetNames[Math.floor(random() * facetNames.length)] ?? 'country';
      chosen[name] = (document.facets[name] ?? []).slice(0, 1);
    }
    return { text: random() < 0.5 ? word() : `${word()} ${word()}`, language, facets: chosen };
  });
}
