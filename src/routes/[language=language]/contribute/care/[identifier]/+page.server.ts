import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readText, readToken } from '#domains/practices/forms/contribute/act-fields.ts';
import { confirmPractice, contactOwner, parseIdentifier, readCare } from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound, refused } from '../../act.ts';

const idOf = (identifier: string): number => parseIdentifier(identifier) ?? notFound();

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, actor, language } = locals;
  const id = idOf(params.identifier);
  const care = await readCare(db, actor, id, { language, at: new Date() });
  if (!care) return notFound();
  return {
    care,
    identifier: params.identifier,
    isSignedIn: actor.person !== null,
    once: randomUUID(),
    translations: care.translatesInto,
    said: ['confirmed', 'sent'].find((word) => url.searchParams.has(word)) ?? null,
  };
};

export const actions: Actions = {
  confirm: async ({ locals, params, url }) => {
    demandPerson(locals, url);
    const confirmed = await confirmPractice(locals.act(), { id: idOf(params.identifier) });
    if (!confirmed.ok) return refused(confirmed.refusal.reasons);
    redirect(303, `${paths.practiceCare(locals.language, params.identifier)}?confirmed`);
  },
  contact: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const form = await formOf(request);
    const [message, token] = [readText(form, 'message'), readToken(form)];
    if (token === null) return notFound();
    if (message === null) return fail(400, { reasons: ['contribute_problem_text'], message: '' });
    const sent = await contactOwner(locals.act(), { id: idOf(params.identifier), message, token });
    if (!sent.ok) return fail(400, { reasons: sent.refusal.reasons.map(({ key }) => key), message });
    redirect(303, `${paths.practiceCare(locals.language, params.identifier)}?sent`);
  },
};
