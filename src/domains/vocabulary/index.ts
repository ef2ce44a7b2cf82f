export {
  schemeIds,
  topicScheme,
  type ChallengeDimension,
  type Concept,
  type ConceptId,
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
