export { holdVocabulary, newestEdit } from '../store/editing.ts';
