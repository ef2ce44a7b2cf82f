import type { Actions, PageServerLoad } from './$types';
import { claimForm, MOST_LETTER } from '#domains/accounts/forms/people.ts';
import { claimTown, inTeam, ownClaim } from '#domains/accounts/index.ts';
import { readTown } from '#domains/places/index.ts';
import { redirect } from '@sveltejs/kit';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../../form-answers.ts';
import { found, signedIn } from '../../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = signedIn(event);
  const { id } = event.params;
  const town = found(await readTown(asking.db, id, asking.language));
  if (town.kind === 'area') found(null);
  if (inTeam(asking.actor, id, 'town-viewer')) redirect(303, paths.team(asking.language, id));
  return {
    town: { id: town.id, displayName: town.displayName },
    claim: await ownClaim(asking, id),
    most: MOST_LETTER,
    done: event.url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const act = signedIn(event);
    const { id: placeId } = event.params;
    const form = await formOf(event.request);
    const read = readForm(form, claimForm);
    if (!read.ok) return wrongFields(form, read.problems);
    const result = await claimTown(act, { placeId, ...read.value });
    return answer(event, form, result, paths.claim(act.language, placeId), { done: 'claimed' });
  },
};
