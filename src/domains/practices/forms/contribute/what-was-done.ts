import { draftPage } from './page.ts';

/** What was done. */
export const whatWasDone = draftPage('done');
