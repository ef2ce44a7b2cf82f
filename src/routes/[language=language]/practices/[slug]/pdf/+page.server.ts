import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readPractice } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { practiceSheet } from '#ui/documents/practice-sheet.ts';
import { paths } from '#ui/paths.ts';
import { leadToDocument } from '../../../documents/lead-to-document.ts';

/** A practice as a PDF, in the words of its page. */
export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const { db, language, settings } = locals;
  const answer = await readPractice(db, params.slug, language);
  switch (answer.found) {
    case 'moved':
      redirect(301, paths.practicePdf(language, answer.slug));
    case 'archived':
      error(410, m.ui_error_410_title());
    case 'nothing':
      error(404, m.ui_error_404_title());
    case 'practice':
      return await leadToDocument(
        event,
        practiceSheet(answer.page, {
          language,
          origin: settings.origin,
          notice: settings.notice ?? m.ui_notice(),
        }),
      );
  }
};
