import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readPractice } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

export const load: PageServerLoad = async ({ locals: { db, language }, params }) => {
  const answer = await readPractice(db, params.slug, language);
  switch (answer.found) {
    case 'moved':
      redirect(301, paths.practice(language, answer.slug));
    case 'archived':
      error(410, m.ui_error_410_title());
    case 'nothing':
      error(404, m.ui_error_404_title());
    case 'practice':
      return { practice: answer.page };
  }
};
