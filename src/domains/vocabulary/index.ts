export {
  schemeIds,
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
