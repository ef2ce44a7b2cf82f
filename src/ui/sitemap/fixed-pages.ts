import { paths } from '../paths.ts';
import type { SitemapEntry } from './sitemap.ts';

/** The pages that always are there. */
export const fixedPages: SitemapEntry[] = [
  { path: paths.home },
  { path: (language) => paths.practices(language) },
  { path: paths.towns },
  { path: (language) => paths.townsLike(language) },
  { path: (language) => paths.map(language) },
  { path: paths.contribute },
  { path: paths.contributePolicy },
  { path: paths.vocabulary },
  { path: paths.about },
  { path: paths.languages },
];
