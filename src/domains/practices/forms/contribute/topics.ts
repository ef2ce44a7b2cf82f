import { draftPage } from './page.ts';

/** The words of the vocabularies. */
export const topics = draftPage('topics');
