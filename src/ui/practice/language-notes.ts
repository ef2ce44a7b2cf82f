import type { PracticeReading } from '#domains/practices/index.ts';
import { languageName, m, type Language } from '#services/i18n/index.ts';

/** Which language the reader is given, and why: nothing when it is the practice's own and the reader's. */
export function languageNotes(
  { head, body }: Pick<PracticeReading, 'head' | 'body'>,
  language: Language,
): string[] {
  const notes: string[] = [];
  const given = { language: languageName(head.language, language) };
  if (head.state === 'machine')
    notes.push(
      body.state === 'machine'
        ? m.practices_language_whole_machine(given)
        : m.practices_language_head_machine(given),
    );
  if (head.state === 'stale') notes.push(m.practices_language_head_stale());
  if (body.language !== language)
    notes.push(
      m.practices_language_body({
        given: languageName(body.language, language),
        wanted: languageName(language, language),
      }),
    );
  return notes;
}
