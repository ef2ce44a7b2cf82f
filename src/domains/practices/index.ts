export {
  facetNames,
  sorts,
  type Cover,
  type FacetName,
  type PracticeCard,
  type PracticeFilters,
  type Sort,
  type TextState,
} from './model.ts';
export { indexAllPractices, indexPractices, reindexPractices } from './commands/index-practices.ts';
export { practiceSeed } from './commands/practice-seed.ts';
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
export { placesWithPractices } from './queries/addresses.ts';
export { latestPractices, type LatestPractice } from './queries/latest-practices.ts';
export { newestPractices } from './queries/newest-practices.ts';
export { practiceCover } from './queries/practice-cover.ts';
export { readPractice, type PracticeAnswer, type PracticePage } from './queries/practice-page.ts';
export { bibtex } from './rules/citation/bibtex.ts';
export { citationOf, type Citation } from './rules/citation/citation.ts';
export { cslJson } from './rules/citation/csl-json.ts';
export { oneLine } from './rules/citation/one-line.ts';
export { ris } from './rules/citation/ris.ts';
export { citationSentence, type CitationSentence } from './rules/citation/sentence.ts';
export { practicesOfSitemapPart, sitemapParts } from './queries/sitemap.ts';
export { parseIdentifier, practiceIdentifier } from './rules/identifier.ts';
export { periods, type Period } from './rules/period.ts';
