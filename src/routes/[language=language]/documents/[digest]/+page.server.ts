import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

const LOOK_AGAIN_S = 2;

/** How a document comes along; leads to it when it is there. */
export const load: PageServerLoad = async ({ locals: { documents, language }, params, url, setHeaders }) => {
  const progress = await documents.progress(params.digest);
  if (!progress) error(404, m.ui_error_404_title());
  if (progress.state === 'ready') redirect(303, paths.documentFile(language, progress.digest, progress.file));
  const isUnderWay = progress.state !== 'failed';
  const isWatching = isUnderWay && url.searchParams.get('watch') !== 'off';
  setHeaders({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    // A header, for it needs neither script nor markup; the page offers to stop it.
    ...(isWatching && { refresh: String(LOOK_AGAIN_S) }),
  });
  return { progress, isWatching };
};
