// `node bench/search-phrases.ts [--misses] [lv fi …]`: people's own phrasing. bench/phrases/<language>.json holds, for notions that a
// practice carries, what somebody would type who has never seen the thesaurus. A practice that carries the notion must stand
// among the first five of the list.
import { existsSync, readFileSync } from 'node:fs';
import { languages as all, type Language } from '../src/services/i18n/languages.ts';
import { startAsking } from './ask-the-seed.ts';

const isTalkative = process.argv.includes('--misses');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--')) as Language[];

const seed = await startAsking();
process.stdout.write('lang  asked  found in the first five\n');
for (const language of chosen.length > 0 ? chosen : all) {
  const file = new URL(`phrases/${language}.json`, import.meta.url);
  if (!existsSync(file)) continue;
  const phrases = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const missed: string[] = [];
  let asked = 0;
  for (const [key, texts] of Object.entries(phrases)) {
    const practices = seed.carried.get(key.replace('/', ':'));
    if (practices === undefined) throw new Error(`${language}: no practice carries ${key}.`);
    for (const text of texts) {
      asked += 1;
      const found = await seed.firstFive(text, language);
      if (!found.some((practice) => practices.has(practice))) missed.push(`${key}: ${text}`);
    }
  }
  const share = (100 * (asked - missed.length)) / Math.max(1, asked);
  process.stdout.write(`${language}    ${String(asked).padStart(5)} ${share.toFixed(1).padStart(6)} %\n`);
  if (isTalkative) process.stdout.write(missed.map((miss) => `      ${miss}\n`).join(''));
}
await seed.stop();
