import { z } from 'zod';
import { languages, type Language } from '#services/i18n/languages.ts';
import { editedSchemes, type ConceptContent, type EditedConcept } from '../model.ts';
import { inEach, once } from '../rules/concept-words.ts';

export const longestLabel = 120;
export const longestNote = 1000;
const mostTerms = 80;

const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const label = z.string().transform(clean).pipe(z.string().max(longestLabel, 'vocabulary_error_label_long'));
const note = z.string().transform(clean).pipe(z.string().max(longestNote, 'vocabulary_error_note_long'));
/** One a line. */
const terms = z
  .string()
  .transform((text) => once(text.split(/\r?\n/).map(clean)))
  .pipe(
    z
      .array(z.string().max(longestLabel, 'vocabulary_error_term_long'))
      .max(mostTerms, 'vocabulary_error_terms_many'),
  );
const conceptId = /^[a-zA-Z]{1,40}:[a-z0-9-]{1,80}$/;
const broader = z
  .string()
  .transform((text) => [...new Set(text.split(/\s+/).filter((id) => id !== ''))])
  .pipe(z.array(z.string().regex(conceptId, 'vocabulary_error_broader')).max(10, 'vocabulary_error_broader'));

type LanguageFields = {
  [Name in `label_${Language}`]: typeof label;
} & { [Name in `note_${Language}`]: typeof note } & {
  [Name in `synonyms_${Language}` | `spoken_${Language}`]: typeof terms;
};

const languageFields = Object.fromEntries(
  languages.flatMap((language) => [
    [`label_${language}`, label],
    [`note_${language}`, note],
    [`synonyms_${language}`, terms],
    [`spoken_${language}`, terms],
  ]),
) as unknown as LanguageFields;

type Typed = z.infer<z.ZodObject<LanguageFields & { broader: typeof broader }>>;

/** Words need a label to stand beside; and where a language has none, English is shown. */
function checkLabels(typed: Typed, problem: (field: string, key: string) => void): void {
  if (typed.label_en === '') problem('label_en', 'vocabulary_error_label_needed');
  for (const language of languages) {
    const { label: own, scopeNote, synonyms, spoken } = wordsIn(typed, language);
    const others = scopeNote !== '' || synonyms.length > 0 || spoken.length > 0;
    if (own === '' && others && language !== 'en')
      problem(`label_${language}`, 'vocabulary_error_words_without_label');
  }
}

const wordsIn = (typed: Typed, language: Language) => ({
  label: typed[`label_${language}`],
  scopeNote: typed[`note_${language}`],
  synonyms: once(typed[`synonyms_${language}`], [typed[`label_${language}`]]),
  spoken: once(typed[`spoken_${language}`], [typed[`label_${language}`], ...typed[`synonyms_${language}`]]),
});

const checked = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).superRefine((typed, context) => {
    checkLabels(typed as unknown as Typed, (field, key) =>
      context.addIssue({ code: 'custom', path: [field], message: key }),
    );
  });

/** A concept's words in all languages and what is above it; `version` is that of the concept as it was shown. */
export const conceptForm = checked({
  ...languageFields,
  broader,
  version: z.string().regex(/^[\w-]{1,64}$/, 'vocabulary_error_broader'),
});

/** A new concept of a scheme. */
export const newConceptForm = checked({
  ...languageFields,
  broader,
  scheme: z.enum(editedSchemes, 'people_error_role'),
});

/** What either form holds of a concept. */
export const contentOf = (typed: Typed): ConceptContent => ({
  broader: typed.broader,
  words: inEach((language) => wordsIn(typed, language)),
});

/** A concept as its form shows it, by the names of the fields. */
export function fieldsOf({ broader: above, words }: Pick<EditedConcept, 'broader' | 'words'>) {
  return Object.fromEntries([
    ['broader', above.join('\n')],
    ...languages.flatMap((language) => [
      [`label_${language}`, words[language].label],
      [`note_${language}`, words[language].scopeNote],
      [`synonyms_${language}`, words[language].synonyms.join('\n')],
      [`spoken_${language}`, words[language].spoken.join('\n')],
    ]),
  ]) as Record<string, string>;
}

/** Into which concept another is merged. */
export const mergeForm = z.object({ into: z.string().trim().regex(conceptId, 'vocabulary_refused_into') });
/** Whether a concept is retired from now on, or offered again. */
export const retireForm = z.object({ retired: z.enum(['yes', 'no'], 'people_error_role') });

const mostWords = 200;

/** Which concepts the list shows: of a scheme, with words in any of their labels and terms, without a label in a language. */
export function conceptsQuestion(parameters: URLSearchParams) {
  const one = <T extends string>(name: string, all: readonly T[]): T | null =>
    all.find((value) => value === parameters.get(name)) ?? null;
  const page = Number(parameters.get('page') ?? 1);
  return {
    scheme: one('scheme', editedSchemes),
    missing: one('missing', languages),
    text: clean(parameters.get('q') ?? '').slice(0, mostWords),
    page: Number.isInteger(page) && page >= 1 && page < 10_000 ? page : 1,
  };
}
export type ConceptsQuestion = ReturnType<typeof conceptsQuestion>;
