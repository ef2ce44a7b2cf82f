export type { DocumentAnswer, DocumentFile, DocumentProgress, DocumentRequest } from './model.ts';
export { documentJobs } from './document-jobs.ts';
export { documentFile, documentProgress } from './read-document.ts';
export { documentSubjects, removeDocumentsAbout } from './remove-documents.ts';
export { requestDocument } from './request-document.ts';
export { typesetter } from './typesetter.ts';
