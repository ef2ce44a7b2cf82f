import { jsonOf, languages } from './files.js';
import { typingSlips } from './typing-slips.js';

/** Every concept has its label in nine languages, every `broader` exists. Returns the codes, as "scheme/concept". @param {string} root @param {string[]} problems */
export function checkVocabulary(root, problems) {
  const folder = 'db/seed/vocabulary';
  /** @type {{ code: string, concepts: { code: string, broader?: string }[] }[]} */
  const schemes = jsonOf(root, `${folder}/schemes.json`, problems)?.schemes ?? [];
  /** @type {Set<string>} */
  const codes = new Set();
  for (const scheme of schemes) {
    for (const { code } of scheme.concepts) {
      if (codes.has(`${scheme.code}/${code}`))
        problems.push(`${folder}/schemes.json: ${scheme.code}/${code} stands twice`);
      codes.add(`${scheme.code}/${code}`);
    }
    for (const { code, broader } of scheme.concepts) {
      if (broader !== undefined && (broader === code || !codes.has(`${scheme.code}/${broader}`))) {
        problems.push(
          `${folder}/schemes.json: ${scheme.code}/${code} lies under ${broader}, which is no other concept`,
        );
      }
    }
  }
  for (const language of languages) {
    const file = `${folder}/labels/${language}.json`;
    const labels = jsonOf(root, file, problems);
    if (labels === undefined) continue;
    const schemeCodes = new Set(schemes.map((scheme) => scheme.code));
    checkLabels(file, labels.schemes ?? {}, schemeCodes, ['label', 'labelPlural', 'note'], problems);
    checkLabels(file, labels.concepts ?? {}, codes, ['label', 'note'], problems);
  }
  checkMapping(root, folder, codes, problems);
  return codes;
}

/** @param {string} file @param {Record<string, Record<string, unknown>>} labels @param {Set<string>} expected @param {string[]} fields @param {string[]} problems */
function checkLabels(file, labels, expected, fields, problems) {
  for (const code of expected) {
    for (const field of fields) {
      const text = labels[code]?.[field];
      if (typeof text !== 'string') problems.push(`${file}: ${code} has no ${field}`);
      else for (const slip of typingSlips(text)) problems.push(`${file}: ${code} ${field} ${slip}`);
    }
  }
  for (const code of Object.keys(labels))
    if (!expected.has(code)) problems.push(`${file}: ${code} is in no scheme`);
}

/** @param {string} root @param {string} folder @param {Set<string>} codes @param {string[]} problems */
function checkMapping(root, folder, codes, problems) {
  const file = `${folder}/dimension-mapping.json`;
  /** @type {{ challenge: string, dimensions: string[] }[]} */
  const mappings = jsonOf(root, file, problems)?.mappings ?? [];
  const mapped = new Set(mappings.map((mapping) => `challenge/${mapping.challenge}`));
  for (const code of codes)
    if (code.startsWith('challenge/') && !mapped.has(code)) problems.push(`${file}: ${code} is missing`);
  for (const { challenge, dimensions } of mappings) {
    if (!codes.has(`challenge/${challenge}`)) problems.push(`${file}: no challenge ${challenge}`);
    for (const code of dimensions)
      if (!codes.has(`dimension/${code}`)) problems.push(`${file}: no dimension ${code}`);
  }
}
