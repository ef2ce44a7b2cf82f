import { jsonOf, languages } from './files.js';
import { checkPlaces } from './seed-places.js';
import { checkThesaurus } from './seed-thesaurus.js';
import { checkVocabulary } from './seed-vocabulary.js';
import { typingSlips } from './typing-slips.js';

const mostInTeaser = 200;
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The seed world is whole: every code and place exists, every practice has a title and a teaser in nine languages. @param {string} root */
export default function seed(root) {
  /** @type {string[]} */
  const problems = [];
  const codes = checkVocabulary(root, problems);
  const schemes = new Set([...codes].map((code) => code.split('/')[0]));
  const known = checkThesaurus(root, codes, problems);
  const places = checkPlaces(root, problems);
  const file = 'db/seed/practices/practices.json';
  /** @type {Record<string, any>[]} */
  const practices = jsonOf(root, file, problems) ?? [];
  /** @type {Set<string>} */
  const slugs = new Set();
  for (const practice of practices) {
    const where = `${file}: ${practice.slug}`;
    if (!slugForm.test(practice.slug ?? '')) problems.push(`${where} is no slug`);
    if (slugs.has(practice.slug)) problems.push(`${where} stands twice`);
    slugs.add(practice.slug);
    checkTitle(where, practice, problems);
    if (!languages.includes(practice.originalLanguage)) problems.push(`${where} has no known language`);
    for (const scheme of schemes) {
      const field = `${scheme}s`;
      for (const code of practice[field] ?? []) {
        if (!codes.has(`${scheme}/${code}`)) problems.push(`${where} ${field}: no concept ${scheme}/${code}`);
      }
    }
    for (const key of practice.places ?? [])
      if (!places.has(key)) problems.push(`${where} places: no place ${key}`);
    if (!(practice.sources?.length > 0)) problems.push(`${where} has no source`);
    for (const source of practice.sources ?? []) {
      if (!/^https?:\/\/[^\s]+$/.test(source.url ?? ''))
        problems.push(`${where} has a source without an address`);
    }
    if (practice.yearStart != null && practice.yearEnd != null && practice.yearEnd < practice.yearStart) {
      problems.push(`${where} ends before it starts`);
    }
  }
  checkTranslations(root, slugs, problems);
  if (practices.length === 0) problems.push(`${file}: holds no practice`);
  return {
    problems,
    note: `${practices.length} practices, ${codes.size} concepts of ${known} in the thesaurus, ${places.size} places`,
  };
}

/** @param {string} where @param {{ title?: unknown, teaser?: unknown }} text @param {string[]} problems */
function checkTitle(where, text, problems) {
  for (const [field, value] of Object.entries({ title: text.title, teaser: text.teaser })) {
    if (typeof value !== 'string') problems.push(`${where} has no ${field}`);
    else for (const slip of typingSlips(value)) problems.push(`${where} ${field} ${slip}`);
  }
  const length = typeof text.teaser === 'string' ? [...text.teaser].length : 0;
  if (length > mostInTeaser)
    problems.push(`${where} teaser has ${length} characters, at most ${mostInTeaser}`);
}

/** The English stands with the practice itself. @param {string} root @param {Set<string>} slugs @param {string[]} problems */
function checkTranslations(root, slugs, problems) {
  for (const language of languages.slice(1)) {
    const file = `db/seed/practices/translations/${language}.json`;
    const texts = jsonOf(root, file, problems);
    if (texts === undefined) continue;
    for (const slug of slugs) {
      if (texts[slug] === undefined) problems.push(`${file}: ${slug} is missing`);
      else checkTitle(`${file}: ${slug}`, texts[slug], problems);
    }
    for (const slug of Object.keys(texts))
      if (!slugs.has(slug)) problems.push(`${file}: ${slug} is no practice`);
  }
}
