import { readFileSync } from 'node:fs';

// voikko-fi is a transducer: along its paths it reads a word's letters and writes the analysis, base form included. All
// paths are walked that are one noun or adjective in a case: "[Ln][Xp]kaupunki[X]kaupung[Sg][Ny]in".

const file = '/usr/lib/voikko/5/mor-standard/mor.vfst';
const FINAL = 0xffff;
const LONGEST = 60;

type Transducer = { symbols: string[]; data: DataView; start: number };
type Step = { read: number; write: number; target: number };

function open(): Transducer {
  const bytes = readFileSync(file);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const symbols: string[] = [];
  let at = 18;
  for (let n = data.getUint16(16, true); n > 0; n -= 1) {
    const end = bytes.indexOf(0, at);
    symbols.push(bytes.toString('utf8', at, end));
    at = end + 1;
  }
  return { symbols, data, start: Math.ceil(at / 8) * 8 };
}

/** The steps from a state; the first cell says how many more there are, in a cell of its own when they are many. */
function stepsFrom(state: number, { data, start }: Transducer): Step[] {
  const at = (cell: number): Step => {
    const place = start + 8 * cell;
    return {
      read: data.getUint16(place, true),
      write: data.getUint16(place + 2, true),
      target: data.getUint32(place + 4, true) & 0xffffff,
    };
  };
  let more = data.getUint8(start + 8 * state + 7);
  let next = state + 1;
  if (more === 255) {
    more = data.getUint32(start + 8 * next, true) & 0xffff;
    next += 1;
  }
  return [at(state), ...Array.from({ length: more }, (_, n) => at(next + n))];
}

type Flags = ReadonlyMap<string, string>;

/** The flags after a flag's step, or null when it may not be taken: P sets, C clears, R requires, D forbids, U agrees. */
function flagged(flag: string, set: Flags): Flags | null {
  const [kind, name = '', value] = flag.slice(1, -1).split('.');
  const own = set.get(name);
  const isMet = value === undefined ? own !== undefined : own === value;
  if (kind === 'R') return isMet ? set : null;
  if (kind === 'D') return isMet ? null : set;
  if (kind === 'U' && own !== undefined && own !== value) return null;
  const changed = new Map(set);
  if (kind === 'C' || value === undefined) changed.delete(name);
  else changed.set(name, value);
  return changed;
}

// Class, base between [Xp] and [X], case [S…] but adverbs, number [N.], inner marks [I…]. Whatever else there is makes a verb, a name,
// a compound, a derived word, or adds a possessive or clitic.
const wanted = /^\[(?:Ln|Ll|Lnl|Xp|X|S(?!sti)\w+|N\w|I\w+)\]$/;

/** Reads lemmas and forms of the Finnish morphology. */
export function readVoikko(): Map<string, string[]> {
  const transducer = open();
  const kept = new Map<number, Step[]>();
  const found = new Map<string, Set<string>>();
  const isWanted = transducer.symbols.map((symbol) => !symbol.startsWith('[') || wanted.test(symbol));

  const walk = (state: number, word: string, output: string, set: Flags): void => {
    if (output.length > LONGEST) return;
    const steps = kept.get(state) ?? stepsFrom(state, transducer);
    kept.set(state, steps);
    for (const { read, write, target } of steps) {
      if (read === FINAL) {
        const base = /^\[L\w+\](?:\[I\w+\])*\[Xp\](\p{Ll}+)\[X\]/u.exec(output)?.[1];
        if (base === undefined || !/^\p{Ll}{3,}$/u.test(word)) continue;
        const forms = found.get(base) ?? new Set();
        found.set(base, forms);
        if (word !== base) forms.add(word);
        continue;
      }
      if (isWanted[write] !== true) continue;
      const written = transducer.symbols[write] ?? '';
      const sign = written.startsWith('@') ? '' : written;
      if (sign.startsWith('[L') && output.includes('[L')) continue;
      const letter = transducer.symbols[read] ?? '';
      const isFlag = letter.startsWith('@');
      const next = isFlag ? flagged(letter, set) : set;
      if (next !== null) walk(target, isFlag ? word : word + letter, output + sign, next);
    }
  };
  walk(0, '', '', new Map());
  return new Map([...found].map(([base, forms]) => [base, [...forms]]));
}
