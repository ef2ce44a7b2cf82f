import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { may } from '#domains/accounts/index.ts';
import { readTown, townsLike } from '#domains/places/index.ts';
import {
  countByPlace,
  dimensionsAt,
  practicesAt,
  shrinkingPlaces,
  shrinkingSources,
  townCoverOf,
} from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

const mostCards = 12;
const mostShrinking = 3;
const mostAlike = 6;
const mostPracticesOfAlike = 2;

export const load: PageServerLoad = async ({ locals: { db, language, actor }, params: { id } }) => {
  const town = await readTown(db, id, language);
  if (!town) error(404, m.ui_error_404_title());
  const alike = await townsLike(db, id, language, mostAlike, { shrinking: await shrinkingPlaces(db) });
  const alikeIds = alike.map((found) => found.town.id);
  const dimensions = await dimensionsAt(db, id, language);
  return {
    /** Whether the reader may see who is in the town's team. */
    hasTeamPage: may(actor, 'team.read', { scope: id }),
    town,
    alike,
    dimensions,
    cover: townCoverOf(
      id,
      dimensions.map(({ code }) => code),
    ),
    shrinking: await shrinkingSources(db, id, language, mostShrinking),
    practices: (await practicesAt(db, [id], language, mostCards)).get(id) ?? [],
    alikePractices: await practicesAt(db, alikeIds, language, mostPracticesOfAlike),
    counts: await countByPlace(db),
  };
};
