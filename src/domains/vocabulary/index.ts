export {
  editedSchemes,
  schemeIds,
  topicScheme,
  type ChallengeDimension,
  type Concept,
  type ConceptId,
  type Concerned,
  type EditedConcept,
  type EditedScheme,
  type Scheme,
  type SchemeId,
} from './model.ts';
export { vocabularySeed } from './commands/vocabulary-seed.ts';
export {
  allConceptLabels,
  conceptsIn,
  readVocabulary,
  type VocabularyPage,
} from './queries/read-vocabulary.ts';
export { findConcepts, prepareThesaurus, vocabularyWords } from './queries/thesaurus.ts';
export { learnThesaurus } from './commands/learn-thesaurus.ts';

// Editing. The rooms that carry concepts bring their followers and hand the acts on.
export { addConcept } from './commands/add-concept.ts';
export { mergeConcepts } from './commands/merge-concepts.ts';
export { retireConcept } from './commands/retire-concept.ts';
export { saveConcept, type SaveConcept, type SaveConceptRefusal } from './commands/save-concept.ts';
export type { VocabularyFollowers } from './commands/editing.ts';
export { may as mayEditVocabulary } from './policy.ts';
export {
  conceptToEdit,
  currentConcepts,
  formerConcepts,
  listConcepts,
  schemeNames,
  schemeToEdit,
  type ConceptPage,
  type ConceptToEdit,
} from './queries/editing.ts';
export { holdVocabulary, newestEdit } from './queries/vocabulary-state.ts';
