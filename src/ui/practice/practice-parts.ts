import type { PracticeReading } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

const evidenceNames = {
  count: m.practices_evidence_count,
  survey: m.practices_evidence_survey,
  evaluation: m.practices_evidence_evaluation,
  testimony: m.practices_evidence_testimony,
};

export type PracticePart = { id: string; name: string; text: string; note?: string };

/** The parts of a practice's text under their headings, in reading order; what is not known stays away. Page and paper share it. */
export function practiceParts({ body, course }: Pick<PracticeReading, 'body' | 'course'>): PracticePart[] {
  const outcomes = course === 'planned' ? m.practices_part_expected() : m.practices_part_outcomes();
  return [
    { id: 'challenge', name: m.practices_part_challenge(), text: body.challenge },
    { id: 'done', name: m.practices_part_done(), text: body.whatWasDone },
    { id: 'first-steps', name: m.practices_part_first_steps(), text: body.firstSteps },
    { id: 'wrong', name: m.practices_part_wrong(), text: body.whatWentWrong },
    {
      id: 'outcomes',
      name: outcomes,
      text: body.outcomes,
      ...(body.outcomeEvidence && {
        note: `${m.practices_evidence()} ${evidenceNames[body.outcomeEvidence]()}`,
      }),
    },
  ].flatMap(({ text, ...part }) => (text ? [{ ...part, text }] : []));
}
