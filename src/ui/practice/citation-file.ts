import type { CitationFormat } from '../paths.ts';

/** How each format is called and sent; the names are the same in every language. */
export const citationFiles: Record<CitationFormat, { name: string; mediaType: string }> = {
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex' },
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems' },
  'csl.json': { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json' },
};
