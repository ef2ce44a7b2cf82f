import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import {
  readSeenOriginal,
  readSeenVersion,
  readTranslatedFields,
} from '#domains/practices/forms/translation.ts';
import {
  askMachine,
  draftFields,
  parseIdentifier,
  publishTranslation,
  readTranslation,
  saveTranslation,
  type PublishRefusal,
  type TranslationContent,
} from '#domains/practices/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound, refused } from '../../../act.ts';

const said = ['saved', 'published', 'asked'] as const;

const keyOf = ({ params }: Pick<RequestEvent, 'params'>) => ({
  practiceId: parseIdentifier(params.identifier) ?? notFound(),
  language: params.to,
});

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  demandPerson(locals, url);
  const view = await readTranslation(locals.db, locals.actor, keyOf(event));
  if (!view) return notFound();
  const { translation } = locals.settings;
  return {
    view,
    rules: Object.fromEntries(view.fields.map((field) => [field, draftFields[field]])),
    /** Who would translate by machine; null: nobody, or not this. */
    provider: view.mayAskMachine && translation ? translation.provider : null,
    said: said.find((word) => url.searchParams.has(word)) ?? null,
  };
};

/** What a translator posted; `typed` null: something is longer than is kept. */
async function posted(event: RequestEvent) {
  demandPerson(event.locals, event.url);
  const form = await formOf(event.request);
  const base = readSeenVersion(form);
  if (base === null) return notFound();
  return { ...readTranslatedFields(form), base, seen: readSeenOriginal(form) };
}

const tooLong = (raw: Partial<TranslationContent>, base: number) =>
  fail(400, { reasons: ['contribute_problem_text'], problems: [], typed: raw, base, conflict: null });

/** The page again with everything that was typed: why it was refused, or what somebody else wrote meanwhile. */
function refusedText(
  { reasons, conflict, saved, problems = [] }: PublishRefusal,
  raw: Partial<TranslationContent>,
  base: number,
) {
  if (!conflict)
    return fail(400, {
      reasons: reasons.map(({ key }) => key),
      problems,
      typed: raw,
      base: saved ?? base,
      conflict: null,
    });
  const { fields, mine, theirs } = conflict;
  return fail(409, {
    reasons: [],
    problems: [],
    typed: mine,
    base: theirs.number,
    conflict: { fields, theirs },
  });
}

const here = ({ locals, params }: RequestEvent) =>
  paths.translation(locals.language, params.identifier, params.to);

export const actions: Actions = {
  save: async (event) => {
    const { raw, typed, base } = await posted(event);
    if (!typed) return tooLong(raw, base);
    const saved = await saveTranslation(event.locals.act(), { ...keyOf(event), base, typed });
    if (!saved.ok) return refusedText(saved.refusal, raw, base);
    redirect(303, `${here(event)}?saved`);
  },
  publish: async (event) => {
    const { raw, typed, base, seen } = await posted(event);
    if (!typed) return tooLong(raw, base);
    const published = await publishTranslation(event.locals.act(), { ...keyOf(event), base, typed, seen });
    if (!published.ok) return refusedText(published.refusal, raw, base);
    redirect(303, `${here(event)}?published`);
  },
  machine: async (event) => {
    demandPerson(event.locals, event.url);
    const asked = await askMachine(event.locals.act(), keyOf(event), event.locals.settings.translation);
    if (!asked.ok) return refused(asked.refusal.reasons);
    redirect(303, `${here(event)}?asked`);
  },
};
