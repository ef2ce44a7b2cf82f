import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { outlinesByFile } from '#ui/map/index.ts';
import { paths } from '#ui/paths.ts';

/** `<view>-<digest>.svg`: the digest is of what is drawn, so the answer may be kept; without it or with an old one it redirects. */
export const GET: RequestHandler = ({ params, setHeaders }) => {
  const [, file] = /^([\w-]{1,40})\.svg$/.exec(params.file) ?? [];
  const outlines = file === undefined ? null : outlinesByFile(file);
  if (!outlines) error(404, 'No such outlines');
  if (outlines.file !== file) redirect(302, paths.outlines(outlines.file));
  setHeaders({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  return new Response(outlines.svg);
};
