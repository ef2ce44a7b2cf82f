import type { Course, DraftContent, DraftPicture, Evidence, PracticeBody } from '../model.ts';
import { readEuros, readYear } from './numbers-typed.ts';

/** A draft as it stands once published. */
export type PublishedForm = {
  course: Course | null;
  yearStart: number | null;
  yearEnd: number | null;
  organiser: string | null;
  costEur: number | null;
  text: PracticeBody & { title: string; teaser: string };
  conceptIds: string[];
  partners: string[];
  sources: { url: string; title: string }[];
  pictures: DraftPicture[];
};

const known = (text: string): string | null => (text === '' ? null : text);

/** What readers get of a draft without problems; where a number cannot be read, as in a preview, it is not known. */
export function publishedForm(content: DraftContent): PublishedForm {
  return {
    course: known(content.course) as Course | null,
    yearStart: readYear(content.yearStart) ?? null,
    yearEnd: readYear(content.yearEnd) ?? null,
    organiser: known(content.organiser),
    costEur: readEuros(content.costEur) ?? null,
    text: {
      title: content.title,
      teaser: content.teaser,
      summary: known(content.summary),
      challenge: known(content.challenge),
      whatWasDone: known(content.whatWasDone),
      firstSteps: known(content.firstSteps),
      whatWentWrong: known(content.whatWentWrong),
      outcomes: known(content.outcomes),
      outcomeEvidence: known(content.outcomeEvidence) as Evidence | null,
      participants: known(content.participants),
      effort: known(content.effort),
      timeToFirstEvent: known(content.timeToFirstEvent),
      costNote: known(content.costNote),
      funding: known(content.funding),
    },
    conceptIds: content.concepts,
    partners: [...new Set(content.partners.split('\n').map((partner) => partner.trim()))].filter(
      (partner) => partner !== '',
    ),
    sources: content.sources,
    pictures: content.pictures,
  };
}
