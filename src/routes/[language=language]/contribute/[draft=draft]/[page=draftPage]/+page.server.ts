import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readVersion } from '#domains/practices/forms/contribute/act-fields.ts';
import { pages, readFields } from '#domains/practices/forms/contribute/pages.ts';
import { draftFields, draftPages, readableFields, readDraft, saveDraft } from '#domains/practices/index.ts';
import { listTowns } from '#domains/places/index.ts';
import { readVocabulary } from '#domains/vocabulary/index.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound } from '../../act.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const view = await readDraft(db, actor, params.draft, language);
  if (!view) return notFound();
  if (!view.allowed.includes('edit')) redirect(303, paths.draft(language, params.draft));
  const page = pages[params.page];
  const { countries, areas } = await listTowns(db, language);
  return {
    view,
    page: {
      name: page.name,
      fields: page.fields.map((field) => ({ field, rule: draftFields[field] })),
      previous: page.previous(view.content),
      number: draftPages.indexOf(page.name) + 1,
      of: draftPages.length,
    },
    /** What is wrong on this page; what is only missing is named once somebody has been here. */
    problems: view.problems.filter(
      ({ field, isMissing }) => page.fields.includes(field) && (!isMissing || url.searchParams.has('check')),
    ),
    placeNames: page.fields.includes('places')
      ? [
          ...countries.flatMap(({ name, towns }) => towns.map((town) => `${town.displayName}, ${name}`)),
          ...areas.map((area) => area.displayName),
        ]
      : [],
    schemes: page.fields.includes('concepts') ? (await readVocabulary(db, language)).schemes : [],
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const form = await formOf(request);
    const page = pages[params.page];
    const base = readVersion(form);
    if (base === null) return notFound();
    const raw = readFields(form, page.fields);
    const read = page.schema.safeParse(raw);
    // Nothing of ours cuts a text off; what is far too long is shown again as it came.
    if (!read.success)
      return fail(400, { reasons: ['contribute_problem_text'], typed: raw, base, conflict: null });
    const saved = await saveDraft(locals.act(), {
      draftId: params.draft,
      base,
      typed: read.data,
      fields: page.fields,
    });
    if (!saved.ok) {
      const { conflict, reasons } = saved.refusal;
      return conflict
        ? fail(409, {
            conflict: {
              fields: conflict.fields,
              theirs: { authorName: conflict.theirs.authorName, writtenAt: conflict.theirs.writtenAt },
              theirTexts: await readableFields(locals.db, conflict.theirs.content, locals.language),
            },
            typed: conflict.mine as Record<string, unknown>,
            base: conflict.theirs.number,
            reasons: [],
          })
        : fail(400, { reasons: reasons.map(({ key }) => key), typed: raw, base, conflict: null });
    }
    const view = await readDraft(locals.db, locals.actor, params.draft, locals.language);
    const isWrong = view?.problems.some(({ field, isMissing }) => !isMissing && page.fields.includes(field));
    if (isWrong) redirect(303, `${paths.draft(locals.language, params.draft, page.name)}#problems`);
    const next = form.has('leave') || !view ? null : page.next(view.content);
    redirect(303, paths.draft(locals.language, params.draft, next ?? undefined));
  },
};
