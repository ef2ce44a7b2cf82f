import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readForm } from '#ui/forms/read-form.ts';
import { eraseForm, townField } from '#domains/accounts/forms/own-account.ts';
import { eraseAccount, ownSoleTowns } from '#domains/accounts/index.ts';
import { formOf, refusedForm, wrongFields } from '../../form-answers.ts';
import { personalRooms } from '../rooms.ts';

export const load: PageServerLoad = async ({ locals }) => ({ towns: await ownSoleTowns(locals.act()) });

export const actions: Actions = {
  default: async (event) => {
    const act = event.locals.act();
    const form = await formOf(event.request);
    const ids = (await ownSoleTowns(act)).map(({ id }) => id);
    const read = readForm(form, eraseForm(ids));
    if (!read.ok) return wrongFields(form, read.problems);
    const typed: Record<string, unknown> = read.value;
    const towns = Object.fromEntries(
      ids.map((id) => {
        const wanted = typed[townField(id)];
        return [id, wanted === 'free' ? ('free' as const) : Number(wanted)];
      }),
    );
    const erased = await eraseAccount(act, { towns }, personalRooms);
    if (!erased.ok) {
      const place = erased.refusal.reasons[0]?.params?.['place'];
      return refusedForm(event, form, erased.refusal, typeof place === 'string' ? townField(place) : null);
    }
    redirect(303, `/${event.locals.language}/sign-in?erased`);
  },
};
