import type { Database } from '#platform/database/connect.ts';
import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Language } from '#services/i18n/index.ts';
import { conceptFinder, type ConceptFinder } from '#services/search/index.ts';
import type { Concept } from '../model.ts';
import { labelsIn, thesaurusConcepts } from '../store/thesaurus.ts';
import { conceptsIn } from '../store/vocabulary.ts';

/** Finds the vocabularies' notions and the topics in words and texts; made once and kept until the vocabulary changes. */
export const findConcepts: (db: Database) => Promise<ConceptFinder> = keptUntilChange(
  'vocabulary',
  async (db) => conceptFinder(await thesaurusConcepts(db)),
);

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
