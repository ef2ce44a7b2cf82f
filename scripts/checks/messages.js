import { filesIn, foldersIn, jsonOf, languages } from './files.js';
import { readMessage, variantsFor } from './message-format.js';
import { usedKeys } from './message-uses.js';
import { typingSlips } from './typing-slips.js';

const allowedList = 'scripts/checks/same-as-english.json';

/** @typedef {import('./message-format.js').Message} Message */

/** Every key in every language, with the same placeholders and the plural forms of that language; and every key in use. @param {string} root */
export default function messages(root) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Record<string, string>} */
  const allowedSame = jsonOf(root, allowedList, problems) ?? {};
  const rooms = foldersIn(root, 'messages').filter((room) => filesIn(root, `messages/${room}`).length > 0);
  checkSettings(root, rooms, problems);
  const used = usedKeys(root);
  let count = 0;
  /** @type {Set<string>} */
  const same = new Set();
  for (const room of rooms) {
    const english = readRoom(root, room, 'en', problems);
    count += english.size;
    for (const key of english.keys()) {
      if (!key.startsWith(`${room}_`))
        problems.push(`messages/${room}/en.json: ${key} does not begin with ${room}_`);
      if (!used.has(key)) problems.push(`messages/${room}/en.json: ${key} is used nowhere in src/`);
    }
    for (const language of languages) {
      const file = `messages/${room}/${language}.json`;
      const own = language === 'en' ? english : readRoom(root, room, language, problems);
      compareKeys(file, english, own, problems);
      for (const [key, message] of own) {
        const where = `${file}: ${key}`;
        const model = english.get(key);
        for (const text of message.texts) {
          for (const slip of typingSlips(text)) problems.push(`${where} ${slip}`);
          if (language !== 'en' && model?.texts.includes(text) && wordsOf(text) > 3) {
            same.add(key);
            if (allowedSame[key] === undefined)
              problems.push(`${where} is the same as in English: “${text}”`);
          }
        }
        if (model !== undefined) comparePlaceholders(where, model, message, problems);
        problems.push(...variantsFor(language, message).map((problem) => `${where} ${problem}`));
      }
    }
  }
  for (const key of Object.keys(allowedSame)) {
    if (!same.has(key)) problems.push(`${key}: is not the same anywhere, remove it from ${allowedList}`);
  }
  if (count === 0) problems.push('messages/: no message was found');
  return { problems, note: `${count} messages in ${languages.length} languages` };
}

/** @param {string} text how many words a translator would translate */
const wordsOf = (text) => text.replaceAll(/\{[^}]*\}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;

/** Paraglide reads only the files that its settings name. @param {string} root @param {string[]} rooms @param {string[]} problems */
function checkSettings(root, rooms, problems) {
  const file = 'project.inlang/settings.json';
  const settings = jsonOf(root, file, problems);
  /** @type {string[]} */
  const patterns = [settings?.['plugin.inlang.messageFormat']?.pathPattern ?? []].flat();
  for (const room of rooms) {
    if (!patterns.includes(`./messages/${room}/{locale}.json`))
      problems.push(`${file}: does not name messages/${room}`);
  }
  const named = [...(settings?.locales ?? [])].sort().join();
  if (named !== [...languages].sort().join()) problems.push(`${file}: its languages are not the nine`);
}

/** @param {string} root @param {string} room @param {string} language @param {string[]} problems */
function readRoom(root, room, language, problems) {
  const file = `messages/${room}/${language}.json`;
  /** @type {Map<string, Message>} */
  const read = new Map();
  for (const [key, value] of Object.entries(jsonOf(root, file, problems) ?? {})) {
    if (key === '$schema') continue;
    const message = readMessage(value);
    if (typeof message === 'string') problems.push(`${file}: ${key} ${message}`);
    else read.set(key, message);
  }
  return read;
}

/** @param {string} file @param {Map<string, Message>} english @param {Map<string, Message>} own @param {string[]} problems */
function compareKeys(file, english, own, problems) {
  for (const key of english.keys()) if (!own.has(key)) problems.push(`${file}: ${key} is missing`);
  for (const key of own.keys()) if (!english.has(key)) problems.push(`${file}: ${key} is not in English`);
}

/** @param {string} where @param {Message} model @param {Message} own @param {string[]} problems */
function comparePlaceholders(where, model, own, problems) {
  for (const name of model.placeholders) {
    if (!own.placeholders.has(name)) problems.push(`${where} lacks {${name}}`);
  }
  for (const name of own.placeholders) {
    if (!model.placeholders.has(name)) problems.push(`${where} has {${name}}, which English has not`);
  }
  const inputs = [...own.inputs].sort().join(', ');
  const expected = [...model.inputs].sort().join(', ');
  if (own.variants.length > 0 && model.variants.length > 0 && inputs !== expected) {
    problems.push(`${where} takes (${inputs}), in English (${expected})`);
  }
}
