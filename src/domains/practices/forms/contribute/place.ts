import { draftPage } from './page.ts';

/** What it is and where. */
export const place = draftPage('place');
