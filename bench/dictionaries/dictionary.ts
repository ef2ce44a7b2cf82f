import type { Language } from '../../src/services/i18n/languages.ts';
import { readEstonian } from './estonian.ts';
import { readHunspell, type HunspellDictionary } from './hunspell.ts';
import { readVoikko } from './voikko.ts';

/** Lemmas with their inflected forms, lower-case; forms that are spelled like the lemma are left out. */
export type Dictionary = ReadonlyMap<string, readonly string[]>;

// Flags of inflection: what makes other words (-ing of German "-ung", Latvian "-šana", diminutives, participles), the
// genitive's bare "-s" and compounds' joints are left out. None of these dictionaries is shipped; Debian packages them.
const hunspell: Readonly<Partial<Record<Language, HunspellDictionary>>> = {
  en: { name: 'en_US', package: 'hunspell-en-us', encoding: 'utf-8', flags: 'SGDT' },
  lv: { name: 'lv_LV', package: 'hunspell-lv', encoding: 'utf-8', flags: 'OoSsQqWHDBFE9' },
  lt: { name: 'lt_LT', package: 'hunspell-lt', encoding: 'iso-8859-13', flags: 'DBUQMIVKT' },
  sv: { name: 'sv_SE', package: 'hunspell-sv', encoding: 'utf-8', flags: 'DGEBONPQHJCFImMK' },
  da: {
    name: 'da_DK',
    package: 'hunspell-da',
    encoding: 'utf-8',
    flags: [
      1, 2, 3, 4, 5, 7, 11, 12, 13, 14, 15, 19, 20, 21, 23, 24, 26, 28, 38, 40, 41, 42, 44, 45, 46, 47, 48,
      49,
    ]
      .concat([57, 58, 59, 64, 65, 66, 70, 71, 74, 77, 82, 84, 85])
      .map(String),
  },
  de: { name: 'de_DE', package: 'hunspell-de-de', encoding: 'utf-8', flags: 'ACEINOPQRSTXYpq' },
  pl: {
    name: 'pl_PL',
    package: 'hunspell-pl',
    encoding: 'iso-8859-2',
    flags: 'NXxYMsUVTOHnImQJzZPSqAptDCRF',
    without: /^nie/,
  },
};

/** The language's dictionary of this machine; a text saying what is missing when it is not installed. */
export function readDictionary(language: Language): Dictionary | string {
  try {
    if (language === 'fi') return readVoikko();
    if (language === 'et') return readEstonian();
    const own = hunspell[language];
    return own ? readHunspell(own) : `there is no reader for "${language}"`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return `${(error as NodeJS.ErrnoException).path} is not installed`;
    throw error;
  }
}
