import type { PageServerLoad } from './$types';
import { translationQuestion } from '#domains/practices/forms/translation.ts';
import { listTranslations, translationLanguages, translationStates } from '#domains/practices/index.ts';
import { demandPerson, notFound } from '../act.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  demandPerson(locals, url);
  const { db, actor } = locals;
  const languages = await translationLanguages(db, actor);
  const question = translationQuestion(url.searchParams);
  const list = await listTranslations(db, actor, {
    ...question,
    language: question.language ?? languages[0] ?? locals.language,
  });
  return list ? { list, languages, states: translationStates } : notFound();
};
