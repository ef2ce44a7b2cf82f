import { isLanguage, languageName, type Language } from '#services/i18n/index.ts';
import type { ShownProblem } from '../forms/problem-text.ts';

/** Problems of a concept's form: nine fields are called alike, and so the language stands before what is wrong. */
export const namedProblems = (problems: readonly ShownProblem[], reader: Language): ShownProblem[] =>
  problems.map(({ field, text }) => {
    const language = /^(?:label|note|synonyms|spoken)_(\w+)$/.exec(field ?? '')?.[1] ?? '';
    return { field, text: isLanguage(language) ? `${languageName(language, reader)}: ${text}` : text };
  });
