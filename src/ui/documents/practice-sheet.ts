import type { PracticeReading } from '#domains/practices/index.ts';
import type { Language } from '#services/i18n/index.ts';
import { paths } from '../paths.ts';
import { practiceDocument } from './practice-document.ts';
import type { DocumentRequest } from './document-request.ts';

/** One practice as a sheet of a page or two. `notice` is what the site says of itself, empty for nothing. */
export function practiceSheet(
  practice: PracticeReading,
  { language, origin, notice }: { language: Language; origin: string; notice: string },
): DocumentRequest {
  return {
    template: 'ui/documents/practice-sheet.typ',
    language,
    title: practice.head.title,
    fileName: `${practice.identifier}-${practice.slug}-${language}`.slice(0, 100),
    madeFrom: paths.practicePdf(language, practice.slug),
    about: [practice.identifier],
    data: {
      language,
      title: practice.head.title,
      description: practice.head.teaser,
      keywords: practice.concepts.map(({ label }) => label),
      date: practice.changedAt.toISOString().slice(0, 10),
      running: `Nacre · ${practice.identifier}`,
      notice,
      practice: practiceDocument(practice, language, origin),
    },
  };
}
