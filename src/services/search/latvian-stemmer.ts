import { fold } from './fold.ts';

// Endings of all declensions, definite adjectives included, longest first. Written without diacritics: length
// marks tell Latvian cases apart, never words, and readers leave them out when they type.
const endings = [
  'iem',
  'ais',
  'ai',
  'ei',
  'am',
  'em',
  'im',
  'um',
  'us',
  'as',
  'es',
  'os',
  'is',
  'ie',
  'a',
  'e',
  'i',
  'o',
  'u',
  's',
];

const syllables = (text: string) => text.match(/[aeiou]+/g)?.length ?? 0;

/** A stem needs a vowel of its own, else "māja" would lose all but its first letter. */
const isStem = (text: string) => text.length >= 2 && syllables(text) >= 1;

function without(word: string, ending: string): string | undefined {
  const rest = word.slice(0, -ending.length);
  return word.endsWith(ending) && isStem(rest) ? rest : undefined;
}

/** "j" after a lip sound is the softening of a genitive: "upe", "upju"; "zivs", "zivju". */
const undoLipSoftening = (stem: string) =>
  /[pbmv]j$/.test(stem) && isStem(stem.slice(0, -1)) ? stem.slice(0, -1) : stem;

/**
 * š and ž stand for a softened t or s, d or z: "jaunietis", "jaunieši". Folding already made them s and z, so
 * t and d follow; only in longer stems, for "māte" (mother) and "māsa" (sister) must stay apart.
 */
function uniteSoftened(stem: string): string {
  if (syllables(stem) < 2) return stem;
  return stem.replace(/t$/, 's').replace(/d$/, 'z');
}

/**
 * The stem of a lower-case Latvian noun or adjective, without diacritics; verbs are left nearly alone. A
 * light stemmer after the method of K. Kreslins, "A stemming algorithm for Latvian" (Loughborough, 1996):
 * endings are cut where a vowel remains, then the consonant changes of softening are undone. Softened ļ, ņ,
 * č, š, ž need no rule here, because diacritics go first.
 */
export function stemLatvian(word: string): string {
  const folded = fold(word);
  let stem = folded;
  for (const ending of endings) {
    const rest = without(folded, ending);
    if (rest === undefined) continue;
    stem = rest;
    break;
  }
  if (stem === folded) return folded;
  // -aj- is the mark of the definite adjective (vecajam) or of the doer (skolotājs); without diacritics they
  // look alike.
  stem = without(stem, 'aj') ?? stem;
  return uniteSoftened(undoLipSoftening(stem));
}
