import type { LayoutServerLoad } from './$types';

/** What every page's frame shows. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
  language: locals.language,
  notice: locals.settings.notice,
  origin: locals.settings.origin,
  path: url.pathname + url.search,
});
