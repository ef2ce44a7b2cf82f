export {
  schemeIds,
  type ChallengeDimension,
  type Concept,
  type ConceptId,
  type Scheme,
  type SchemeId,
} from './model.ts';
export { loadVocabularySeed } from './commands/load-seed.ts';
export {
  allConceptLabels,
  conceptsIn,
  readVocabulary,
  type VocabularyPage,
} from './queries/read-vocabulary.ts';
