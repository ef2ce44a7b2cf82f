import { draftPage } from './page.ts';

/** The problem, and the people. */
export const problem = draftPage('problem');
