import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type {
  TextState,
  TranslatedField,
  Translation,
  TranslationContent,
  TranslationVersion,
} from '../model.ts';
import { translatesAs } from '../policy.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { mayBeMachine, needsMachine } from '../rules/machine-text.ts';
import { translationProblems, type TranslationProblem } from '../rules/translation-problems.ts';
import { changesOf, fieldsToTranslate, wordsOf } from '../rules/translation-words.ts';
import type { DifferencePart } from '../rules/word-difference.ts';
import { practicesById } from '../store/practices.ts';
import { staleSinceOf } from '../store/translations.ts';
import { originalMark } from './original-mark.ts';
import { textOf, versionOfText } from './text-version.ts';

export type TranslationView = {
  id: number;
  identifier: string;
  slug: string;
  language: Language;
  originalLanguage: Language;
  /** What there is to translate, in the form's order. */
  fields: TranslatedField[];
  original: TranslationContent;
  /** Goes with the form, so that nobody publishes the translation of words that they have not seen. */
  originalMark: string;
  content: TranslationContent;
  /** Of the content; 0 before anybody wrote. */
  version: number;
  newest: Pick<TranslationVersion, 'origin' | 'authorName' | 'writtenAt'>;
  /** What readers have; null: nothing. */
  given: { state: TextState; isWhole: boolean; staleSince: Date | null } | null;
  /** Whether readers are given what stands here. */
  isPublished: boolean;
  /** Fields whose words are a machine's and no person's yet. */
  ofMachine: TranslatedField[];
  /** What of the original changed since the text that readers have was made, by field; null where that is not known. */
  changes: Partial<Record<TranslatedField, DifferencePart[]>> | null;
  problems: TranslationProblem[];
  machine: Translation['machine'];
  /** Whether the actor may have a machine translate it, and there is something for it to do. */
  mayAskMachine: boolean;
};

/** A practice's text in a language as whoever may translate it sees it; undefined for everybody else, and of the original. */
export async function readTranslation(
  db: Database,
  actor: Actor,
  { practiceId, language }: { practiceId: number; language: Language },
): Promise<TranslationView | undefined> {
  const [practice] = await practicesById(db, [practiceId]);
  const text = await textOf(db, practice, { practiceId, language });
  if (!text || text.given?.state === 'original') return undefined;
  const may = (act: 'write' | 'machine') => translatesAs(actor, act, { ...text.practice, language }) !== null;
  if (!may('write')) return undefined;
  const { given, translation } = text;
  const [original, words] = [wordsOf(text.original), wordsOf(given)];
  const version = await versionOfText(db, text, translation?.version ?? 0);
  const { content } = version;
  const fields = fieldsToTranslate(original);
  const basis = translation?.basis ?? null;
  return {
    id: practiceId,
    identifier: practiceIdentifier(practiceId),
    slug: text.practice.slug,
    language,
    originalLanguage: text.original.language,
    fields,
    original,
    originalMark: originalMark(original),
    content,
    version: version.number,
    newest: { origin: version.origin, authorName: version.authorName, writtenAt: version.writtenAt },
    given: given
      ? {
          state: given.state,
          isWhole: given.summary !== null,
          staleSince: await staleSinceOf(db, { practiceId, language }),
        }
      : null,
    isPublished: fields.every((field) => content[field] === words[field]),
    ofMachine:
      given?.state === 'machine'
        ? fields.filter((field) => content[field] !== '' && content[field] === words[field])
        : [],
    changes: basis ? changesOf(basis, original) : null,
    problems: translationProblems(original, content),
    machine: translation?.machine ?? null,
    mayAskMachine: may('machine') && mayBeMachine(given?.state) && needsMachine(original, words, basis),
  };
}
