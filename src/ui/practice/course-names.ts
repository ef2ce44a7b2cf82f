import type { PracticeCard } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

/** Whether a practice is planned, goes on or was carried out, in words. */
export const courseNames: Record<NonNullable<PracticeCard['course']>, () => string> = {
  planned: m.practices_course_planned,
  ongoing: m.practices_course_ongoing,
  'carried-out': m.practices_course_carried_out,
};
