import { z } from 'zod';
import type { Language } from '#services/i18n/languages.ts';
import { ask } from './ask.ts';
import { TranslationFailure, type TranslationSettings, type Translator } from './model.ts';

const answer = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** English is one language to translate from, and two to translate into. */
const targetCode = (language: Language): string => (language === 'en' ? 'EN-GB' : language.toUpperCase());

/**
 * DeepL API: `POST /v2/translate` with `text` as a list; `translations` come in its order. Source: openapi.yaml of
 * github.com/DeepLcom/openapi, and developers.deepl.com/docs/best-practices/error-handling: 403 wrong key, 413 too large (128 KiB), 429
 * and 529 too often, 456 the quota is used up, 5xx it failed. The key stands in a header, never in an address.
 */
export const deepl = ({ url, key = '', timeoutMs }: TranslationSettings): Translator => ({
  async translate(texts, from, to) {
    const read = answer.safeParse(
      await ask({
        url: `${url}/v2/translate`,
        headers: { authorization: `DeepL-Auth-Key ${key}` },
        body: {
          text: texts,
          source_lang: from.toUpperCase(),
          target_lang: targetCode(to),
          // Formal where the language has a choice; one that has none is no error.
          formality: 'prefer_more',
        },
        timeoutMs,
      }),
    );
    if (!read.success || read.data.translations.length !== texts.length)
      throw new TranslationFailure('refused', 'DeepL answered something else than was asked.');
    return read.data.translations.map(({ text }) => text);
  },
});
