/**
 * The message format of inlang's plugin, version 4: a string with {placeholders}, or an array with one object of
 * `declarations`, `selectors` and `match`.
 * @typedef {object} Message
 * @property {string[]} texts every text of it that can be shown
 * @property {Set<string>} placeholders what stands in braces in any of them
 * @property {Set<string>} inputs what is declared as input
 * @property {Map<string, 'cardinal' | 'ordinal'>} plurals the selectors that are plural categories
 * @property {{ when: Map<string, string>, text: string }[]} variants one for each line of `match`
 */

/** @param {string} text */
const placeholdersOf = (text) =>
  [...text.matchAll(/(?<!\\)\{([^{}]+)\}/g)].map((found) => String(found[1]).trim());

/** A message read, or what is wrong with its form. @param {unknown} value @returns {Message | string} */
export function readMessage(value) {
  if (typeof value === 'string') {
    return {
      texts: [value],
      placeholders: new Set(placeholdersOf(value)),
      inputs: new Set(),
      plurals: new Map(),
      variants: [],
    };
  }
  const [form, ...more] = Array.isArray(value) ? value : [];
  if (form === undefined || more.length > 0) return 'is neither a text nor one set of variants';
  if (typeof form.match !== 'object' || form.match === null) return 'has no match';
  /** @type {Set<string>} */
  const inputs = new Set();
  /** @type {Map<string, 'cardinal' | 'ordinal'>} */
  const plurals = new Map();
  const declared = new Set();
  for (const declaration of form.declarations ?? []) {
    const input = /^input (\w+)$/.exec(declaration)?.[1];
    const local = /^local (\w+) = (\w+)(?:: (\w+)(.*))?$/.exec(declaration);
    if (input !== undefined) inputs.add(input);
    else if (local === null) return `has a declaration that cannot be read: “${declaration}”`;
    else if (local[3] === 'plural')
      plurals.set(String(local[1]), /ordinal/.test(local[4] ?? '') ? 'ordinal' : 'cardinal');
    declared.add(input ?? local?.[1]);
  }
  /** @type {string[]} */
  const selectors = form.selectors ?? [];
  const unknown = selectors.find((selector) => !declared.has(selector));
  if (unknown !== undefined) return `selects by ${unknown}, which is not declared`;
  const variants = [];
  for (const [condition, text] of Object.entries(form.match)) {
    if (typeof text !== 'string') return `has no text for ${condition}`;
    const when = new Map(
      condition
        .split(',')
        .map((part) => /** @type {[string, string]} */ (part.split('=').map((word) => word.trim()))),
    );
    const wrong =
      [...when.keys()].find((selector) => !selectors.includes(selector)) ??
      selectors.find((name) => !when.has(name));
    if (wrong !== undefined) return `has the case ${condition}, which does not fit its selectors`;
    variants.push({ when, text });
  }
  const texts = variants.map((variant) => variant.text);
  return { texts, placeholders: new Set(texts.flatMap(placeholdersOf)), inputs, plurals, variants };
}

/** What `variants` lack or have too many of in the language's plural forms. @param {string} language @param {Message} message */
export function variantsFor(language, message) {
  /** @type {string[]} */
  const problems = [];
  for (const [selector, type] of message.plurals) {
    const rules = new Intl.PluralRules(language, { type });
    const categories = rules.resolvedOptions().pluralCategories;
    const present = new Set(message.variants.map((variant) => variant.when.get(selector)));
    if (present.size === 0) continue;
    for (const category of categories) {
      // Each form is written out; only “other” may be the rest.
      const isThere = present.has(category) || (category === 'other' && present.has('*'));
      if (!isThere) problems.push(`has no form “${category}” of ${selector}, which ${language} has`);
    }
    for (const category of present) {
      if (
        category === undefined ||
        category === '*' ||
        categories.includes(/** @type {Intl.LDMLPluralRule} */ (category))
      )
        continue;
      problems.push(`has a form “${category}” of ${selector}, which ${language} has not`);
    }
    problems.push(...missingNumbers(rules, selector, message));
  }
  return problems;
}

/**
 * “One” means only the number 1 in English, but also 21 in Latvian and Lithuanian: there the number must be said.
 * @param {Intl.PluralRules} rules @param {string} selector @param {Message} message
 */
function missingNumbers(rules, selector, message) {
  const problems = [];
  for (const { when, text } of message.variants) {
    const category = when.get(selector);
    let numbers = 0;
    for (let number = 0; number <= 200; number += 1) if (rules.select(number) === category) numbers += 1;
    if (numbers < 2) continue;
    const own = placeholdersOf(text);
    for (const name of message.placeholders) {
      if (!own.includes(name))
        problems.push(`lacks {${name}} in the form “${category}”, which is used for several numbers`);
    }
  }
  return problems;
}
