import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readShown } from '#domains/practices/forms/contribute/act-fields.ts';
import { makeImport, mayBulk, readImport } from '#domains/practices/index.ts';
import { bulkRefusal, cellProblem, columnOf } from '#ui/contribute/bulk-texts.ts';
import { sheetLabels } from '#ui/contribute/sheet-labels.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound } from '../../act.ts';

/** What stands in a cell, as far as somebody needs it to find the cell. */
const MOST_VALUE = 200;
const brief = (value: string): string => {
  const signs = [...value];
  return signs.length > MOST_VALUE ? `${signs.slice(0, MOST_VALUE).join('')}…` : value;
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
  demandPerson(locals, url);
  const { db, actor, language } = locals;
  const view = await readImport(db, actor, params.digest, sheetLabels(language));
  if (!view) return notFound();
  const { problems, ...rest } = view;
  return {
    view: rest,
    problems: problems.map((problem) => ({
      row: problem.row,
      column: columnOf(problem),
      value: brief(problem.value),
      text: cellProblem(problem),
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    demandPerson(locals, url);
    const { actor, language } = locals;
    if (!mayBulk(actor, 'import')) return notFound();
    const made = await makeImport(locals.act(), {
      digest: params.digest,
      shown: readShown(await formOf(request)) ?? '',
      labels: sheetLabels(language),
    });
    if (!made.ok)
      return fail(409, { refusals: made.refusal.reasons.map((reason) => bulkRefusal(reason, language)) });
    redirect(303, paths.bulk(language, params.digest));
  },
};
