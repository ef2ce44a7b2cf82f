import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { bibtex, citationOf, cslJson, readPractice, ris, type Citation } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';
import { paths, type CitationFormat } from '#ui/paths.ts';
import { citationFiles } from '#ui/practice/citation-file.ts';
import { siteName } from '#ui/site-name.ts';

const write: Record<CitationFormat, (citation: Citation) => string> = {
  bib: bibtex,
  ris,
  'csl.json': (citation) => `${JSON.stringify(cslJson(citation), null, 2)}\n`,
};

/** The practice's citation as a file for reference managers; found, moved and withdrawn like its page. */
export const GET: RequestHandler = async ({ locals: { db, language, settings }, params }) => {
  const { slug, format } = params;
  const answer = await readPractice(db, slug, language);
  switch (answer.found) {
    case 'moved':
      redirect(301, paths.citation(language, answer.slug, format));
    case 'archived':
      error(410, m.ui_error_410_title());
    case 'nothing':
      error(404, m.ui_error_404_title());
    case 'practice': {
      const { identifier } = answer.page;
      const at = settings.origin + paths.identifier(identifier);
      const citation = citationOf(answer.page, { by: siteName, at }, (organiser) =>
        m.practices_cite_organiser({ organiser }),
      );
      return new Response(write[format](citation), {
        headers: {
          'content-type': `${citationFiles[format].mediaType}; charset=utf-8`,
          'content-disposition': `attachment; filename="${identifier}.${format}"`,
          'access-control-allow-origin': '*',
        },
      });
    }
  }
};
