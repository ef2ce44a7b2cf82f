import { z } from 'zod';
import { ask } from './ask.ts';
import { TranslationFailure, type TranslationSettings, type Translator } from './model.ts';

const answer = z.object({ translatedText: z.array(z.string()) });

/**
 * LibreTranslate: `POST /translate` with `q` as a list answers `translatedText` as one. Its codes of our nine languages are ours. Source:
 * libretranslate/app.py of github.com/LibreTranslate/LibreTranslate, `translate` and `access_check`: 400 bad request or a key is
 * wanted, 403 wrong key or banned, 429 too often, 500 it failed; `{ "error": … }` beside each.
 */
export const libreTranslate = ({ url, key, timeoutMs }: TranslationSettings): Translator => ({
  async translate(texts, from, to) {
    const body = { q: texts, source: from, target: to, format: 'text', ...(key && { api_key: key }) };
    const read = answer.safeParse(await ask({ url: `${url}/translate`, body, timeoutMs }));
    if (!read.success || read.data.translatedText.length !== texts.length)
      throw new TranslationFailure('refused', 'LibreTranslate answered something else than was asked.');
    return read.data.translatedText;
  },
});
