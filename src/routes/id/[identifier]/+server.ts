import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { parseIdentifier, slugById } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

/** The cited identifier leads to the practice wherever it is now. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const id = parseIdentifier(params.identifier);
  const slug = id === null ? undefined : await slugById(locals.db, id);
  if (slug === undefined) error(404, m.ui_error_404_title());
  redirect(302, paths.practice(locals.language, slug));
};
