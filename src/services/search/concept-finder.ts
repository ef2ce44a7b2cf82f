import { createHash } from 'node:crypto';
import type { Language } from '#services/i18n/languages.ts';
import { stem } from './stem.ts';
import { isEmptyWord, isStopWord } from './stop-words.ts';
import { tokens } from './tokens.ts';

/** A notion with all its words: labels, synonyms, what people say. */
export interface ConceptTerms {
  readonly id: string;
  /** The ids of the next broader notions. */
  readonly broader: readonly string[];
  readonly terms: Readonly<Partial<Record<Language, readonly string[]>>>;
}

/** A concept in a reader's words: `covers` are the places of the words that speak of it. */
export interface ConceptInQuery {
  readonly id: string;
  readonly covers: readonly number[];
}

/** Finds notions in words, whatever their forms. */
export interface ConceptFinder {
  /** Makes ready what the first question in a language would wait for. */
  prepare(language: Language): void;
  /** In a query the words of a term may stand in any order and apart. Those covering most words come first. */
  inQuery(words: readonly string[], asked: readonly Language[]): ConceptInQuery[];
  /** In a text the words of a term must stand near each other. */
  inText(text: string, language: Language): Set<string>;
  /** Whether some notion is spoken of with this very word. */
  isWord(word: string, language: Language): boolean;
  /** The notions just above these. */
  nextBroader(ids: Iterable<string>): Set<string>;
  /** All broader notions of these, not they themselves. */
  broader(ids: Iterable<string>): Set<string>;
}

interface Term {
  readonly concept: string;
  readonly stems: readonly string[];
}

/** How many foreign words may stand among the words of a term in a text. */
const SLACK = 2;

export function termStems(term: string, language: Language): string[] {
  const words = tokens(term).map((token) => token.text);
  const telling = words.filter((word) => !isStopWord(word, [language]));
  const stems = (telling.length > 0 ? telling : words).map((word) => stem(word, language));
  return [...new Set(stems)].filter((found) => found !== '');
}

/** What is made of a term, whichever concept it is for. */
interface ReadTerm {
  readonly stems: readonly string[];
  readonly words: readonly string[];
}

/** What was last made ready of a language. */
interface Prepared {
  readonly digest: string;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly words: ReadonlySet<string>;
}

/**
 * Who edits one concept makes nobody wait for all others: languages in which nothing changed, and terms that were read before, are taken
 * over. On globalThis: the built pages and the jobs beside them hold separate copies of this module.
 */
const shared = globalThis as {
  nacreThesaurus?: {
    readonly read: Map<Language, Map<string, ReadTerm>>;
    readonly prepared: Map<Language, Prepared>;
  };
};
const kept = () => (shared.nacreThesaurus ??= { read: new Map(), prepared: new Map() });

/** Terms of a language that are kept read; some eight thousand are in use. */
const MOST_READ = 30_000;

function readTerm(term: string, language: Language): ReadTerm {
  const known = kept().read.get(language) ?? new Map<string, ReadTerm>();
  kept().read.set(language, known);
  const before = known.get(term);
  if (before) return before;
  const words = tokens(term).map(({ text }) => text.toLowerCase());
  const read = { stems: termStems(term, language), words };
  if (known.size >= MOST_READ) known.clear();
  known.set(term, read);
  return read;
}

/** Terms by their longest stem: the rarest, so few terms are looked at for a word. */
function index(concepts: readonly ConceptTerms[], language: Language): Map<string, Term[]> {
  const byStem = new Map<string, Term[]>();
  for (const { id, terms } of concepts) {
    const seen = new Set<string>();
    for (const term of terms[language] ?? []) {
      const { stems } = readTerm(term, language);
      const key = stems.toSorted().join(' ');
      const longest = stems.toSorted((a, b) => b.length - a.length)[0];
      if (longest === undefined || seen.has(key)) continue;
      seen.add(key);
      const list = byStem.get(longest) ?? [];
      byStem.set(longest, list);
      list.push({ concept: id, stems });
    }
  }
  return byStem;
}

const words = (concepts: readonly ConceptTerms[], language: Language): Set<string> =>
  new Set(
    concepts.flatMap(({ terms }) =>
      (terms[language] ?? []).flatMap((term) => readTerm(term, language).words),
    ),
  );

function coveredBy(term: Term, at: ReadonlyMap<string, readonly number[]>): number[] | null {
  const covered: number[] = [];
  for (const part of term.stems) {
    const places = at.get(part);
    if (places === undefined) return null;
    covered.push(...places);
  }
  return covered;
}

function places(stems: readonly string[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  stems.forEach((found, place) => {
    const list = at.get(found);
    if (list) list.push(place);
    else at.set(found, [place]);
  });
  return at;
}

function prepared(concepts: readonly ConceptTerms[], language: Language): Prepared {
  const hash = createHash('sha1');
  for (const { id, terms } of concepts) hash.update(JSON.stringify([id, terms[language]]));
  const digest = hash.digest('hex');
  const last = kept().prepared.get(language);
  if (last?.digest === digest) return last;
  const fresh = { digest, terms: index(concepts, language), words: words(concepts, language) };
  kept().prepared.set(language, fresh);
  return fresh;
}

/** Makes a finder of a thesaurus; some 150 ms for eight thousand terms a language, at the language's first use. */
export function conceptFinder(concepts: readonly ConceptTerms[]): ConceptFinder {
  const known = new Map<Language, Prepared>();
  const preparedIn = (language: Language): Prepared => {
    const ready = known.get(language) ?? prepared(concepts, language);
    known.set(language, ready);
    return ready;
  };
  const termsIn = (language: Language) => preparedIn(language).terms;
  const wordsIn = (language: Language) => preparedIn(language).words;
  const broaderOf = new Map(concepts.map(({ id, broader }) => [id, broader]));

  return {
    prepare: (language) => void preparedIn(language),
    inQuery(typed, asked) {
      const found = new Map<string, Set<number>>();
      for (const language of asked) {
        const at = places(typed.map((word) => stem(word, language)));
        for (const key of at.keys()) {
          for (const term of termsIn(language).get(key) ?? []) {
            const covered = coveredBy(term, at);
            if (covered === null) continue;
            const known = found.get(term.concept) ?? new Set();
            found.set(term.concept, known);
            for (const place of covered) known.add(place);
          }
        }
      }
      return [...found]
        .map(([id, covers]) => ({ id, covers: [...covers].sort((a, b) => a - b) }))
        .sort((a, b) => b.covers.length - a.covers.length);
    },
    inText(text, language) {
      const stems = tokens(text).map(({ text: word }) =>
        isEmptyWord(word, language) ? '' : stem(word, language),
      );
      const found = new Set<string>();
      stems.forEach((key, place) => {
        for (const { concept, stems: parts } of termsIn(language).get(key) ?? []) {
          if (found.has(concept)) continue;
          const reach = parts.length - 1 + SLACK;
          const near = stems.slice(Math.max(0, place - reach), place + reach + 1);
          if (parts.every((part) => near.includes(part))) found.add(concept);
        }
      });
      return found;
    },
    isWord: (word, language) => wordsIn(language).has(word.toLowerCase()),
    nextBroader: (ids) => new Set([...ids].flatMap((id) => broaderOf.get(id) ?? [])),
    broader(ids) {
      const above = new Set<string>();
      const rise = (id: string): void => {
        for (const next of broaderOf.get(id) ?? []) {
          if (above.has(next)) continue;
          above.add(next);
          rise(next);
        }
      };
      for (const id of ids) rise(id);
      return above;
    },
  };
}

/** Knows no notion: for collections without a thesaurus. */
export const noConcepts: ConceptFinder = conceptFinder([]);
