import { randomUUID } from 'node:crypto';
import { actedBy, type ActContext } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { mayBulk } from '../policy.ts';
import { checkTable, type AllSheetLabels } from '../queries/check-table.ts';
import { changedFields, emptyContent } from '../rules/draft-fields.ts';
import { holdImport, insertHandedIn, markMade } from '../store/imports.ts';
import { auditDraft } from './draft-audit.ts';

export type MakeImport = {
  digest: string;
  /** `shown` of the check that the editor saw. */
  shown: string;
  labels: AllSheetLabels;
};

const no = (key: string): Result<number> & { ok: false } => refuse({ reasons: [{ key }] } satisfies Refusal);

/**
 * Imports a table that was checked: every row as a draft that is handed in under the editor's name, or none of them. They are not published
 * at once: nobody decides on a practice of their own, and whoever writes a thousand has not read them as a reviewer would. Returns how
 * many there are; a second time the same ones. Refused where anything is not as it was shown.
 */
export function makeImport(ctx: ActContext, input: MakeImport): Promise<Result<number>> {
  return ctx.db.transaction().execute((trx) => make(trx, ctx, input));
}

async function make(
  trx: Database,
  ctx: ActContext,
  { digest, shown, labels }: MakeImport,
): Promise<Result<number>> {
  const { person } = ctx.actor;
  if (person === null || !mayBulk(ctx.actor, 'import')) return no('contribute_refused_part');
  const kept = await holdImport(trx, person.id, digest);
  if (!kept) return no('bulk_refused_gone');
  if (kept.draftCount !== null) return done(kept.draftCount);
  const check = await checkTable(trx, kept.cells, labels);
  if (check.shown !== shown) return no('bulk_refused_changed');
  if (check.problems.length > 0 || check.drafts.length === 0) return no('bulk_refused_problems');

  const at = ctx.clock.now();
  const drafts = check.drafts.map(({ language, content }) => ({
    token: randomUUID(),
    language,
    content,
    changed: changedFields(emptyContent, content),
  }));
  const numbers = await insertHandedIn(trx, person.id, at, drafts);
  for (const [n, { token, language, content }] of drafts.entries()) {
    const id = numbers.get(token);
    if (id === undefined) throw new Error('a draft was not written');
    await auditDraft(
      trx,
      ctx,
      { ownerId: person.id, teamPlaceId: null },
      {
        act: 'draft.import',
        id,
        after: {
          import: kept.id,
          row: check.drafts[n]?.row,
          state: 'submitted',
          language,
          title: content.title,
        },
      },
    );
  }
  await markMade(trx, kept.id, at, drafts.length);
  await appendAudit(trx, {
    act: 'import.make',
    subject: { kind: 'practice-import', id: kept.id },
    after: { digest, drafts: drafts.length },
    ...actedBy(ctx, 'editor'),
  });
  return done(drafts.length);
}
