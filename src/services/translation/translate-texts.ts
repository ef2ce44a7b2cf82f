import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import { deepl } from './deepl.ts';
import { libreTranslate } from './libretranslate.ts';
import { TranslationFailure, type TranslationSettings, type Translator } from './model.ts';
import { batches, cut, join } from './pieces.ts';
import { giveBack, takeCharacters } from './usage.ts';

const translatorOf = (settings: TranslationSettings): Translator =>
  settings.provider === 'deepl' ? deepl(settings) : libreTranslate(settings);

/**
 * Has texts translated by the configured provider, in as many requests as they need, one after the other; lines and blanks stay where
 * they are. Throws `TranslationFailure`, of kind `quota` also where this site's own monthly limit would be passed. For jobs: it takes
 * seconds, and its counting must outlive a transaction that is undone.
 */
export async function translateTexts(
  { db, clock }: { db: Database; clock: Clock },
  settings: TranslationSettings,
  { texts, from, to }: { texts: readonly string[]; from: Language; to: Language },
): Promise<string[]> {
  const translator = translatorOf(settings);
  const whole = texts.map((text) => cut(text));
  const translated: string[] = [];
  for (const batch of batches(whole.flatMap(({ pieces }) => pieces)))
    translated.push(...(await counted(batch)));
  let next = 0;
  return whole.map((text) => join(text, translated.slice(next, (next += text.pieces.length))));

  async function counted(batch: readonly string[]): Promise<string[]> {
    const at = clock.now();
    const characters = batch.reduce((sum, piece) => sum + piece.length, 0);
    if (!(await takeCharacters(db, characters, { most: settings.monthlyCharacters, at })))
      throw new TranslationFailure('quota', 'The monthly limit of this site is reached.');
    try {
      return (await translator.translate(batch, from, to)).map((piece) => piece.trim());
    } catch (error) {
      await giveBack(db, characters, at);
      throw error;
    }
  }
}
