import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readToken } from '#domains/practices/forms/contribute/act-fields.ts';
import {
  draftPages,
  mayBulk,
  mayStart,
  ownDrafts,
  reviewQueue,
  startDraft,
  teamsOf,
  translatesSomething,
} from '#domains/practices/index.ts';
import { isLanguage } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound, refused } from './act.ts';

export const load: PageServerLoad = async ({ locals: { db, actor, language } }) => ({
  isSignedIn: mayStart(actor),
  /** Of the form that begins a draft: pressed twice it begins one. */
  once: randomUUID(),
  teams: await teamsOf(db, actor, language),
  drafts: await ownDrafts(db, actor),
  mayBulk: mayBulk(actor, 'export'),
  translates: await translatesSomething(db, actor),
  waiting: (await reviewQueue(db, actor))?.length ?? null,
});

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    demandPerson(locals, url);
    const form = await formOf(request);
    const [token, language, team, practice] = [
      readToken(form),
      form.get('language'),
      form.get('team'),
      form.get('practice'),
    ];
    if (token === null || !isLanguage(language)) return notFound();
    const started = await startDraft(locals.act(), {
      token,
      language,
      teamPlaceId: typeof team === 'string' && team !== '' ? team : null,
      practiceId: typeof practice === 'string' && /^[1-9]\d{0,14}$/.test(practice) ? Number(practice) : null,
    });
    if (!started.ok) return refused(started.refusal.reasons);
    redirect(303, paths.draft(locals.language, started.value, draftPages[0]));
  },
};
