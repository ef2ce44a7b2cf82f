import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { bibtex, citationOf, citationSentence, isStale, readPractice } from '#domains/practices/index.ts';
import { formatDate, m } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { siteName } from '#ui/site-name.ts';

export const load: PageServerLoad = async ({ locals: { db, language, settings }, params }) => {
  const answer = await readPractice(db, params.slug, language);
  switch (answer.found) {
    case 'moved':
      redirect(301, paths.practice(language, answer.slug));
    case 'archived':
      error(410, m.ui_error_410_title());
    case 'nothing':
      error(404, m.ui_error_404_title());
    case 'practice': {
      const at = settings.origin + paths.identifier(answer.page.identifier);
      const citation = citationOf(answer.page, { by: siteName, at }, (organiser) =>
        m.practices_cite_organiser({ organiser }),
      );
      const updated = m.practices_cite_updated({ date: formatDate(citation.updatedOn, language) });
      return {
        practice: answer.page,
        isStale: isStale(answer.page, new Date()),
        citing: { citation, sentence: citationSentence(citation, updated), bibtex: bibtex(citation) },
      };
    }
  }
};
