import { draftPage } from './page.ts';

/** Where it is known from, and that it may be given away. */
export const sources = draftPage('sources');
