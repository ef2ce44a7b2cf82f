import { draftPage } from './page.ts';

/** What it looked like. The page has a route of its own, since it takes files. */
export const pictures = draftPage('pictures');
