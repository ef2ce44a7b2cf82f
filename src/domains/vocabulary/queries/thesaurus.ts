import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/database/connect.ts';
import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import { whenHearing } from '#platform/changes/hearing.ts';
import { languages, type Language } from '#services/i18n/index.ts';
import { conceptFinder, type ConceptFinder } from '#services/search/index.ts';
import type { Concept } from '../model.ts';
import { labelsIn, thesaurusConcepts } from '../store/thesaurus.ts';
import { conceptsIn } from '../store/vocabulary.ts';

/** Finds the vocabularies' notions and the topics in words and texts; made once and kept until the vocabulary changes. */
export const findConcepts: (db: Database) => Promise<ConceptFinder> = keptUntilChange(
  'vocabulary',
  async (db) => conceptFinder(await thesaurusConcepts(db)),
);

/** A language takes a fifth of a second: between two of them readers are answered, and changes of the database are heard. */
const PAUSE_MS = 400;

/** Makes the thesaurus ready in all languages, one after the other, before the first search asks for it. */
export async function prepareThesaurus(db: Database): Promise<void> {
  // What is read before changes are heard is not kept.
  await whenHearing();
  const finder = await findConcepts(db);
  for (const language of languages) {
    finder.prepare(language);
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}

/** The vocabularies in a language, and the labels of all concepts, kept until the vocabulary changes. */
export const vocabularyWords: (
  db: Database,
  language: Language,
) => Promise<{ concepts: Concept[]; labels: ReadonlyMap<string, string> }> = keptUntilChange(
  'vocabulary',
  async (db, language) => ({
    concepts: await conceptsIn(db, language),
    labels: await labelsIn(db, language),
  }),
);
