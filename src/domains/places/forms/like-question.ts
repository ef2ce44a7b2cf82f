import { z } from 'zod';
import type { Profile } from '../rules/likeness.ts';

/** What is asked on "Towns like ours": a town of the list, or one that is described. */
export type LikeQuestion = {
  town: string | null;
  /** As typed, so that it can be shown again. */
  size: string;
  country: string | null;
  coast: 'coast' | 'inland' | null;
  languages: string[];
  isShrinking: boolean;
  /** Only towns that practices are known from. */
  onlyWithPractices: boolean;
};

/** The most inhabitants that are believed. */
export const mostInhabitants = 10_000_000;
const longestTyped = 40;
const mostLanguages = 12;

const townId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const coast = z.enum(['coast', 'inland']);
const language = z.string().regex(/^[a-z]{2,3}$/);

/** Reads the page's address. What cannot be meant is left off; a wrong number is kept, so that the page can say so. */
export function parseLikeQuestion(parameters: URLSearchParams): LikeQuestion {
  const read = <T>(schema: z.ZodType<T>, name: string) =>
    schema.safeParse(parameters.get(name) ?? undefined).data ?? null;
  const town = read(townId, 'town');
  const onlyWithPractices = parameters.get('practices') === '1';
  // A chosen town says all the rest itself.
  if (town !== null) return { ...nothingAsked, town, onlyWithPractices };
  const typed = (parameters.get('size') ?? '').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
  const languages = parameters.getAll('language').flatMap((code) => language.safeParse(code).data ?? []);
  return {
    town: null,
    size: [...typed].slice(0, longestTyped).join('').trim(),
    country: read(countryCode, 'country'),
    coast: read(coast, 'coast'),
    languages: [...new Set(languages)].slice(0, mostLanguages).toSorted(),
    isShrinking: parameters.get('shrinking') === '1',
    onlyWithPractices,
  };
}

export const nothingAsked: LikeQuestion = {
  town: null,
  size: '',
  country: null,
  coast: null,
  languages: [],
  isShrinking: false,
  onlyWithPractices: false,
};

/** The address's parameters for a question, in one order, leaving off what is not said. */
export function likeParameters(change: Partial<LikeQuestion>): URLSearchParams {
  const question = { ...nothingAsked, ...change };
  const parameters = new URLSearchParams();
  if (question.town) parameters.set('town', question.town);
  if (question.size) parameters.set('size', question.size);
  if (question.country) parameters.set('country', question.country);
  if (question.coast) parameters.set('coast', question.coast);
  for (const code of question.languages) parameters.append('language', code);
  if (question.isShrinking) parameters.set('shrinking', '1');
  if (question.onlyWithPractices) parameters.set('practices', '1');
  return parameters;
}

/** The number that was typed, with the separators of any language ("12 000", "12.000"); null where nothing was, undefined where it is none. */
export function inhabitantsOf({ size }: Pick<LikeQuestion, 'size'>): number | null | undefined {
  if (size === '') return null;
  if (!/^\d+$|^\d{1,3}([ .,'’]\d{3})+$/.test(size)) return undefined;
  const number = Number(size.replaceAll(/\D/g, ''));
  return number >= 1 && number <= mostInhabitants ? number : undefined;
}

/** What the question says of a town that is not chosen from the list; null where it says nothing. */
export function profileAsked(question: LikeQuestion): Profile | null {
  const profile: Profile = {
    id: null,
    inhabitants: inhabitantsOf(question) ?? null,
    countryCode: question.country,
    isOnCoast: question.coast === null ? null : question.coast === 'coast',
    languages: question.languages,
    isShrinking: question.isShrinking ? true : null,
  };
  const { inhabitants, countryCode, isOnCoast, languages, isShrinking } = profile;
  const isSaid = [inhabitants, countryCode, isOnCoast, isShrinking].some((fact) => fact !== null);
  return isSaid || languages.length > 0 ? profile : null;
}
