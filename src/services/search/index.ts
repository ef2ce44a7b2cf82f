export { type SearchDocument, type Weight } from './document.ts';
export { indexDocument, indexDocuments } from './index-document.ts';
export { INDEX_VERSION } from './index-version.ts';
export { removeDocument, removeKind } from './remove-document.ts';
export { search, type SearchRequest, type SearchResult } from './search.ts';
export { type Sort } from './search-statement.ts';
export { markMatches, type Segment } from './highlight.ts';
