import { readFileSync } from 'node:fs';

export type HunspellDictionary = {
  name: string;
  /** Debian's package of it. */
  package: string;
  encoding: string;
  /** The flags of inflecting suffixes. */
  flags: string | string[];
  /** Lemmas to leave out. */
  without?: RegExp;
};

type Suffix = { add: string; condition: RegExp; then: string[] };

/** Rules of suffixes by flag and by what they strip. */
export type Suffixes = ReadonlyMap<string, ReadonlyMap<string, readonly Suffix[]>>;

/** No rule of these dictionaries that inflects strips more. */
const LONGEST_STRIP = 8;

const folder = '/usr/share/hunspell';

/** The lines of a dictionary's file. */
export function hunspellLines(file: string, encoding: string): string[] {
  return new TextDecoder(encoding).decode(readFileSync(`${folder}/${file}`)).split(/\r?\n/);
}

/** Reads the rules of suffixes: what to strip, what to add, when, and which flags the outcome has. */
export function readSuffixes(lines: readonly string[], flagsOf: (text: string) => string[]): Suffixes {
  const rules = new Map<string, Map<string, Suffix[]>>();
  for (const line of lines) {
    const [kind, flag = '', stripped = '', added = '', condition = '.'] = line.split(/\s+/);
    // A header has a count where a rule has what to add.
    if (kind !== 'SFX' || (/^[YN]$/.test(stripped) && /^\d+$/.test(added))) continue;
    const [add = '', then = ''] = added.split('/');
    const strip = stripped === '0' ? '' : stripped;
    const byStrip = rules.get(flag) ?? new Map<string, Suffix[]>();
    rules.set(flag, byStrip);
    const list = byStrip.get(strip) ?? [];
    byStrip.set(strip, list);
    list.push({
      add: add === '0' ? '' : add,
      condition: new RegExp(`(?:${condition.replace(/(?<=\[.*)-(?=.*\])/g, '\\-')})$`, 'u'),
      then: flagsOf(then),
    });
  }
  return rules;
}

/** What the suffixes of one flag make of a word. */
export function* suffixed(
  word: string,
  flag: string,
  rules: Suffixes,
): Generator<{ form: string; then: string[] }> {
  const byStrip = rules.get(flag);
  if (byStrip === undefined) return;
  for (let length = 0; length <= Math.min(word.length, LONGEST_STRIP); length += 1)
    for (const { add, condition, then } of byStrip.get(word.slice(word.length - length)) ?? [])
      if (condition.test(word)) yield { form: word.slice(0, word.length - length) + add, then };
}

const option = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name} `))?.split(/\s+/)[1] ?? '';

const plain = /^\p{L}{3,}$/u;

/** Reads lemmas and inflected forms: suffixes only, and at most one on another. */
export function readHunspell({ name, encoding, flags, without }: HunspellDictionary): Map<string, string[]> {
  const lines = hunspellLines(`${name}.aff`, encoding);
  const isNumbered = option(lines, 'FLAG') === 'num';
  const flagsOf = (text: string) => (isNumbered ? text.split(',') : [...text]).filter((flag) => flag !== '');
  const rules = readSuffixes(lines, flagsOf);
  const wanted = new Set(flags);
  const incomplete = option(lines, 'NEEDAFFIX');
  const unusable = [
    option(lines, 'ONLYINCOMPOUND'),
    option(lines, 'CIRCUMFIX'),
    option(lines, 'FORBIDDENWORD'),
  ];

  function* formsOf(word: string, of: readonly string[], depth: number): Generator<string> {
    for (const flag of of) {
      if (!wanted.has(flag)) continue;
      for (const { form, then } of suffixed(word, flag, rules)) {
        if (then.some((other) => other !== '' && unusable.includes(other))) continue;
        if (!then.includes(incomplete)) yield form;
        if (depth === 0) yield* formsOf(form, then, 1);
      }
    }
  }

  const isGerman = name.startsWith('de');
  const found = new Map<string, string[]>();
  for (const line of hunspellLines(`${name}.dic`, encoding).slice(1)) {
    const [entry = ''] = line.split(/[\s]/);
    const [word = '', ownFlags = ''] = entry.split('/');
    const own = flagsOf(ownFlags);
    const isName = word !== word.toLowerCase() && !isGerman;
    if (!plain.test(word) || isName || without?.test(word) || own.some((flag) => unusable.includes(flag)))
      continue;
    if (own.includes(incomplete) && incomplete !== '') continue;
    const lemma = word.toLowerCase();
    const forms = [...formsOf(word, own, 0)].map((form) => form.toLowerCase());
    const known = found.get(lemma) ?? [];
    found.set(
      lemma,
      [...new Set([...known, ...forms])].filter((form) => form !== lemma && plain.test(form)),
    );
  }
  return found;
}
