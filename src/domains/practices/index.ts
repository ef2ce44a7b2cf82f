export {
  facetNames,
  sorts,
  type Cover,
  type FacetName,
  type PracticeCard,
  type PracticeFilters,
  type ShownPicture,
  type Sort,
  type TextState,
} from './model.ts';
export { changeShortlist, type ShortlistChange } from './commands/change-shortlist.ts';
export { indexAllPractices, indexPractices, reindexPractices } from './commands/index-practices.ts';
export { practiceSeed } from './commands/practice-seed.ts';
export { withdrawDocuments, withdrawDocumentsOfOthers } from './commands/withdraw-documents.ts';
export { slugById } from './queries/addresses.ts';
export { countByConcept } from './queries/count-by-concept.ts';
export { countPractices, type PracticeCounts } from './queries/count-practices.ts';
export {
  listPractices,
  pageSize,
  type FacetValue,
  type FacetView,
  type PracticeList,
} from './queries/list-practices.ts';
export {
  mapPractices,
  placesOfAllPractices,
  type PlaceCount,
  type PracticeMap,
} from './queries/map-practices.ts';
export {
  comparePractices,
  mostCompared,
  type ComparedPractice,
  type Comparison,
  type NotCompared,
} from './queries/compare-practices.ts';
export { latestPractices, type LatestPractice } from './queries/latest-practices.ts';
export { newestPractices } from './queries/newest-practices.ts';
export { practiceCards } from './queries/practice-cards.ts';
export {
  countByPlace,
  dimensionsAt,
  placeCover,
  practicesAt,
  shrinkingPlaces,
  shrinkingSources,
} from './queries/practices-at-places.ts';
export { practiceCover } from './queries/practice-cover.ts';
export { townCoverOf } from './rules/cover.ts';
export {
  readPractice,
  readPractices,
  type PracticeAnswer,
  type PracticePage,
  type PracticeReading,
} from './queries/practice-page.ts';
export { listAsFile, practicesAsFile, type FileFormat, type SheetColumn } from './queries/practice-files.ts';
export { practicesKept, publishedPractices, type PracticesKept } from './queries/practices-kept.ts';
export { bibtex } from './rules/citation/bibtex.ts';
export { citationOf, type Citation } from './rules/citation/citation.ts';
export { cslJson } from './rules/citation/csl-json.ts';
export { oneLine } from './rules/citation/one-line.ts';
export { ris } from './rules/citation/ris.ts';
export { citationSentence, type CitationSentence } from './rules/citation/sentence.ts';
export { practicesOfSitemapPart, sitemapParts } from './queries/sitemap.ts';
export { parseIdentifier, practiceIdentifier } from './rules/identifier.ts';
export { periods, type Period } from './rules/period.ts';
export type { Shared, Sharing } from './rules/compare.ts';
export {
  keep,
  mostKept,
  move,
  parseShortlist,
  remove,
  writeShortlist,
  type Shortlist,
} from './rules/shortlist.ts';
export {
  draftStates,
  pictureLicences,
  type PictureLicence,
  type Draft,
  type DraftContent,
  type DraftField,
  type DraftNotes,
  type DraftPicture,
  type DraftState,
} from './model.ts';
export { addPicture } from './commands/add-picture.ts';
export { returnPicture } from './commands/return-picture.ts';
export { purgeUnusedPictures } from './commands/purge-pictures.ts';
export { personalPractices } from './commands/personal-practices.ts';
export { archiveDraft } from './commands/archive-draft.ts';
export { askChanges } from './commands/ask-changes.ts';
export { publishDraft } from './commands/publish-draft.ts';
export { restoreVersion } from './commands/restore-version.ts';
export { saveDraft, type DraftConflict } from './commands/save-draft.ts';
export { startDraft } from './commands/start-draft.ts';
export { submitDraft } from './commands/submit-draft.ts';
export { takeDraft } from './commands/take-draft.ts';
export { withdrawDraft } from './commands/withdraw-draft.ts';
export { writeNotes } from './commands/write-notes.ts';
export { ownDrafts, reviewQueue, teamsOf } from './queries/draft-lists.ts';
export { draftVersions, type DraftHistory } from './queries/draft-versions.ts';
export { previewDraft } from './queries/preview-draft.ts';
export { pictureLimits, type ServedPicture } from '#services/pictures/index.ts';
export { readDraftPicture, readPicture } from './queries/read-picture.ts';
export { readDraft, type DraftView } from './queries/read-draft.ts';
export { similarPractices } from './queries/similar-practices.ts';
export { mayBulk, mayStart, type BulkAct } from './policy.ts';
export {
  draftFieldNames,
  draftFields,
  draftPages,
  fieldsOf,
  type DraftPageName,
  type FieldRule,
} from './rules/draft-fields.ts';
export {
  arrangePictures,
  MOST_ALT,
  MOST_CREDIT,
  pictureActs,
  type PictureAct,
} from './rules/draft-pictures.ts';
export type { DraftProblem, ProblemKey } from './rules/draft-problems.ts';
export type { FieldDifference } from './rules/field-text.ts';
export type { DifferencePart } from './rules/word-difference.ts';
export type { DraftAct } from './rules/workflow.ts';
export type { DraftEntry } from './store/drafts.ts';
export { readableFields } from './queries/readable-fields.ts';
export { isStale } from './rules/freshness.ts';
export { askOwners } from './commands/ask-owners.ts';
export { removeDemonstration } from './commands/remove-demonstration.ts';
export { confirmPractice } from './commands/confirm-practice.ts';
export { contactOwner } from './commands/contact-owner.ts';
export { readCare, type PracticeCare } from './queries/read-care.ts';
export { keepImport } from './commands/keep-import.ts';
export { makeImport } from './commands/make-import.ts';
export { purgeImports } from './commands/purge-imports.ts';
export type { AllSheetLabels } from './queries/check-table.ts';
export { publishedAsDrafts, sheetTemplate } from './queries/drafts-as-file.ts';
export { readImport, type ImportView } from './queries/read-import.ts';
export { KEPT_HOURS, MOST_MB, MOST_ROWS } from './rules/bulk-limits.ts';
export {
  isNeededColumn,
  ruleOfColumn,
  schemeOf,
  sheetColumnIds,
  type SheetColumnId,
} from './rules/sheet-columns.ts';
export type { SheetProblem } from './rules/sheet-rows.ts';
export type { SheetLabels } from './rules/sheet-words.ts';
export {
  translatedFields,
  translationStates,
  type TranslatedField,
  type TranslationContent,
  type TranslationState,
} from './model.ts';
export { askMachine, TRANSLATE_PRACTICE } from './commands/ask-machine.ts';
export { publishTranslation, type PublishRefusal } from './commands/publish-translation.ts';
export { saveTranslation, type TranslationConflict } from './commands/save-translation.ts';
export { MOST_ATTEMPTS, translateByMachine, type Machine } from './commands/translate-by-machine.ts';
export { readTranslation, type TranslationView } from './queries/read-translation.ts';
export {
  listTranslations,
  translatesSomething,
  translationLanguages,
  type TranslationEntry,
  type TranslationList,
} from './queries/translation-list.ts';
export {
  addConcept,
  mergeConcepts,
  REINDEX_CONCERNED,
  reindexConcerned,
  saveConcept,
} from './commands/follow-vocabulary.ts';
export { currentFilters, mergePreview, readConceptUse, type ConceptUse } from './queries/concept-use.ts';
