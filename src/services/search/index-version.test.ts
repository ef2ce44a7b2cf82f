import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { languages } from '#services/i18n/languages.ts';
import { INDEX_VERSION } from './index-version.ts';
import { textLexemes } from './lexemes.ts';
import { inflections } from './stem-pairs.ts';
import { tokens } from './tokens.ts';

/** What the rules make of many words in nine languages, and of each as a name. */
function rules(): string {
  const hash = createHash('sha256');
  for (const language of languages) {
    for (const { text } of tokens(inflections[language])) {
      hash.update(`${text} ${textLexemes(text, language).join()} ${textLexemes(text, null).join()}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

// When the digest has changed: raise INDEX_VERSION, so that what is indexed is indexed anew, and put both here.
test('the rules by which words become lexemes are those of the version', () => {
  expect({ version: INDEX_VERSION, rules: rules() }).toEqual({ version: 5, rules: 'ebfe992f3e83f2be' });
});
