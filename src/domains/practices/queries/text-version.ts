import type { Database } from '#platform/database/connect.ts';
import { translationSchema } from '../forms/translation.ts';
import type { Practice, PracticeText, Translation, TranslationVersion } from '../model.ts';
import { wordsOf } from '../rules/translation-words.ts';
import { translationOf, translationVersion, type TextKey } from '../store/translations.ts';

/** A practice's text in a language, with what it is a translation of. */
export type TextFacts = TextKey & {
  practice: Practice;
  original: PracticeText;
  /** What readers have in the language. */
  given: PracticeText | undefined;
  translation: Translation | undefined;
};

/** The text of a practice in a language; undefined where the practice is not published. */
export async function textOf(
  db: Database,
  practice: Practice | undefined,
  key: TextKey,
): Promise<TextFacts | undefined> {
  const original = practice?.texts.find(({ state }) => state === 'original');
  if (practice?.state !== 'published' || !original) return undefined;
  const given = practice.texts.find(({ language }) => language === key.language);
  const { practiceId, language } = key;
  return { practiceId, language, practice, original, given, translation: await translationOf(db, key) };
}

/** A version of the text; before anybody wrote, what readers have. Throws where there was none of this number. */
export async function versionOfText(
  db: Database,
  text: TextFacts,
  number: number,
): Promise<TranslationVersion> {
  const wanted = Math.min(number, text.translation?.version ?? 0);
  const version = await translationVersion(db, text, wanted);
  if (version) return { ...version, content: translationSchema.parse(version.content) };
  if (wanted !== 0)
    throw new Error(`Practice ${text.practiceId} has no version ${wanted} in ${text.language}.`);
  return {
    number: 0,
    origin: 'published',
    authorName: null,
    writtenAt: text.practice.changedAt,
    content: wordsOf(text.given),
  };
}
