import { draftPage } from './page.ts';

/** What came of it, and what it cost. */
export const outcomes = draftPage('outcomes');
