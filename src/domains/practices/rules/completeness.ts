import type { Practice } from '../model.ts';

const bodyParts = [
  'summary',
  'firstSteps',
  'whatWentWrong',
  'outcomes',
  'participants',
  'effort',
  'timeToFirstEvent',
  'funding',
] as const;

/** How much of what helps a reader is known, 0 to 1: the order among equally fitting practices. */
export function completeness(
  practice: Pick<Practice, 'texts' | 'organiser' | 'costEur' | 'yearStart' | 'sources'>,
): number {
  const original = practice.texts.find((text) => text.state === 'original');
  const known = [
    ...bodyParts.map((part) => (original?.[part] ?? null) !== null),
    practice.organiser !== null,
    practice.costEur !== null,
    practice.yearStart !== null,
    practice.sources.length > 1,
  ];
  return known.filter(Boolean).length / known.length;
}
