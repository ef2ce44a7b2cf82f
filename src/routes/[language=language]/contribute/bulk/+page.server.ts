import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { readFileName } from '#domains/practices/forms/contribute/act-fields.ts';
import { keepImport, mayBulk, MOST_MB, MOST_ROWS } from '#domains/practices/index.ts';
import type { Reason } from '#platform/result.ts';
import { bulkRefusal } from '#ui/contribute/bulk-texts.ts';
import { paths } from '#ui/paths.ts';
import { demandPerson, formOf, notFound } from '../act.ts';
import { explainedColumns } from './columns.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  demandPerson(locals, url);
  if (!mayBulk(locals.actor, 'export')) return notFound();
  return {
    mayImport: mayBulk(locals.actor, 'import'),
    columns: await explainedColumns(locals),
    mostRows: MOST_ROWS,
    mostMb: MOST_MB,
  };
};

/** A file that is a little too large is read, and its sender told so; the server takes no more of this page than this (src/server/body-limits.ts). */
const MOST_BYTES = (MOST_MB + 1) * 1024 * 1024;

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    demandPerson(locals, url);
    const { actor, language } = locals;
    if (!mayBulk(actor, 'import')) return notFound();
    const no = (status: 400 | 413, reasons: readonly Reason[]) =>
      fail(status, { refusals: reasons.map((reason) => bulkRefusal(reason, language)) });
    // Before a byte of it is read.
    if (Number(request.headers.get('content-length')) > MOST_BYTES)
      return no(413, [{ key: 'bulk_refused_large', params: { most: MOST_MB } }]);
    const file = (await formOf(request)).get('file');
    if (!(file instanceof File) || (file.size === 0 && file.name === ''))
      return no(400, [{ key: 'bulk_refused_none' }]);
    const kept = await keepImport(locals.act(), {
      file: new Uint8Array(await file.arrayBuffer()),
      name: readFileName(file.name),
    });
    if (!kept.ok) return no(400, kept.refusal.reasons);
    redirect(303, paths.bulk(language, kept.value));
  },
};
