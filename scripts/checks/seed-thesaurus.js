import { jsonOf, languages } from './files.js';

const folder = 'db/seed/vocabulary/thesaurus';
const longest = 80;

/** Languages that may share a word by descent; a label that is the same across these was probably left untranslated. */
const families = [['en', 'de', 'sv', 'da'], ['lv', 'lt'], ['et', 'fi'], ['pl']];

/** @typedef {{ label?: unknown, synonyms?: unknown, spoken?: unknown }} Words */

/**
 * The thesaurus for search is whole: every concept has its words in nine languages, every `broader` exists, and no label stands
 * untranslated. `vocabulary`: the codes of the vocabularies' concepts. Returns how many concepts there are.
 * @param {string} root @param {Set<string>} vocabulary @param {string[]} problems
 */
export function checkThesaurus(root, vocabulary, problems) {
  /** @type {{ code: string, broader: string[] }[]} */
  const topics = jsonOf(root, `${folder}/topics.json`, problems)?.concepts ?? [];
  const topicCodes = new Set(topics.map(({ code }) => code));
  for (const { code, broader } of topics) {
    for (const above of broader) {
      if (!vocabulary.has(above) && !topicCodes.has(above))
        problems.push(`${folder}/topics.json: ${code} lies under ${above}, which is no concept`);
    }
  }
  const all = [...vocabulary, ...[...topicCodes].map((code) => `topic/${code}`)];
  /** @type {Map<string, Record<string, string>>} */
  const labels = new Map();
  for (const language of languages) {
    const file = `${folder}/terms/${language}.json`;
    /** @type {Record<string, Words>} */
    const words = jsonOf(root, file, problems) ?? {};
    for (const key of Object.keys(words))
      if (!all.includes(key)) problems.push(`${file}: ${key} is no concept`);
    for (const key of all) {
      const entry = words[key];
      if (entry === undefined) problems.push(`${file}: ${key} is missing`);
      else checkWords(`${file}: ${key}`, entry, key.startsWith('topic/'), problems);
      if (typeof entry?.label === 'string') labels.set(key, { ...labels.get(key), [language]: entry.label });
    }
  }
  checkTranslated(root, labels, problems);
  return all.length;
}

/** @param {string} where @param {Words} entry @param {boolean} isTopic @param {string[]} problems */
function checkWords(where, entry, isTopic, problems) {
  if (isTopic && (typeof entry.label !== 'string' || entry.label.trim() === ''))
    problems.push(`${where} has no label`);
  /** @type {Set<string>} */
  const seen = new Set();
  for (const field of /** @type {const} */ (['synonyms', 'spoken'])) {
    const terms = entry[field];
    if (!Array.isArray(terms)) {
      problems.push(`${where} has no ${field}`);
      continue;
    }
    for (const term of terms) {
      if (typeof term !== 'string' || term !== term.trim() || term.length < 2 || term.length > longest)
        problems.push(`${where} ${field}: "${term}" is no term`);
      else if (seen.has(term)) problems.push(`${where}: "${term}" stands twice`);
      else seen.add(term);
    }
  }
  if (seen.size === 0) problems.push(`${where} has no other word`);
}

/** @param {string} root @param {Map<string, Record<string, string>>} labels @param {string[]} problems */
function checkTranslated(root, labels, problems) {
  /** Words that languages have really borrowed. @type {string[]} */
  const borrowed = jsonOf(root, `scripts/checks/borrowed-labels.json`, problems) ?? [];
  const excused = new Set(borrowed);
  for (const [key, byLanguage] of labels) {
    /** @type {Map<string, Set<number>>} */
    const found = new Map();
    for (const [language, label] of Object.entries(byLanguage)) {
      const family = families.findIndex((members) => members.includes(language));
      found.set(label.toLowerCase(), (found.get(label.toLowerCase()) ?? new Set()).add(family));
    }
    const same = [...found].find(([, of]) => of.size > 1);
    if (same && !excused.has(key))
      problems.push(`${folder}: ${key} is "${same[0]}" in unrelated languages; is it translated?`);
  }
}
