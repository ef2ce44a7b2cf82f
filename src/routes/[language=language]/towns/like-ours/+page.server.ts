import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import {
  inhabitantsOf,
  likeParameters,
  mostInhabitants,
  parseLikeQuestion,
  profileAsked,
} from '#domains/places/forms/like-question.ts';
import {
  COAST_WITHIN_KM,
  listTowns,
  OTHER_SIZE,
  POINTS,
  readTown,
  townsLike,
  townsLikeProfile,
} from '#domains/places/index.ts';
import { countByPlace, practicesAt, shrinkingPlaces } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';

const mostAlike = 9;
const mostPractices = 3;

export const load: PageServerLoad = async ({ locals: { db, language }, url }) => {
  const question = parseLikeQuestion(url.searchParams);
  // A form sends its empty fields too: one question has one address.
  const parameters = likeParameters(question);
  if (url.searchParams.toString() !== parameters.toString())
    redirect(302, paths.townsLike(language, parameters));

  const counts = await countByPlace(db);
  const known = {
    shrinking: await shrinkingPlaces(db),
    among: question.onlyWithPractices ? new Set(counts.keys()) : undefined,
  };
  const town = question.town === null ? undefined : await readTown(db, question.town, language);
  const asked = profileAsked(question);
  const alike = town
    ? await townsLike(db, town.id, language, mostAlike, known)
    : asked && (await townsLikeProfile(db, asked, language, mostAlike, known));
  const list = await listTowns(db, language);
  return {
    question,
    counts,
    town,
    /** Null where nothing was asked, or nothing that can be answered. */
    alike,
    practices: await practicesAt(db, alike?.map((found) => found.town.id) ?? [], language, mostPractices),
    countries: list.countries,
    languages: [
      ...new Set(list.countries.flatMap(({ towns }) => towns.flatMap(({ languages }) => languages))),
    ],
    isTownUnknown: question.town !== null && !town,
    isSizeWrong: inhabitantsOf(question) === undefined,
    mostInhabitants,
    rule: { points: POINTS, times: OTHER_SIZE, km: COAST_WITHIN_KM },
  };
};
