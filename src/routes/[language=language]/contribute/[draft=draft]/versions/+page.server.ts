import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readVersion } from '#domains/practices/forms/contribute/act-fields.ts';
import { draftVersions, restoreVersion } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound, refused } from '../../act.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const history = await draftVersions(locals.db, locals.actor, params.draft, locals.language);
  return history ? { history } : notFound();
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const number = readVersion(await formOf(request), 'number');
    if (number === null) return notFound();
    const done = await restoreVersion(locals.act(), { draftId: params.draft, number });
    if (!done.ok) return refused(done.refusal.reasons);
    redirect(303, paths.draft(locals.language, params.draft, 'versions'));
  },
};
