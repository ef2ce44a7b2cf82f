import type { ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import { picturesKept } from '#services/pictures/index.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import type { DraftPicture } from '../model.ts';
import { may } from '../policy.ts';
import { holdDraft, versionsOf } from '../store/drafts.ts';
import { putLast } from './add-picture.ts';

/** So many versions back a picture is looked for: who takes a removal back does so at once. */
const MOST_VERSIONS = 30;

/** Takes back that a picture was removed from a draft: it comes last, described as it was. */
export async function returnPicture(
  ctx: ActContext,
  { draftId, digest }: { draftId: number; digest: string },
): Promise<Result<DraftPicture>> {
  return ctx.db.transaction().execute(async (trx): Promise<Result<DraftPicture>> => {
    const draft = await holdDraft(trx, draftId);
    if (!draft) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
    const verdict = may(ctx.actor, 'edit', draft);
    if (!verdict.ok) return refuse({ reasons: verdict.reasons });
    const named = (await versionsOf(trx, draftId, MOST_VERSIONS)).map(
      ({ content }) =>
        contentSchema.parse(content).pictures.find((picture) => picture.digest === digest) ?? null,
    );
    const picture = named.find((found) => found !== null);
    if (!picture || !(await picturesKept(trx, [digest])).has(digest))
      return refuse({ reasons: [{ key: 'contribute_refused_picture_gone' }] });
    // Pressed twice: the newest version has it.
    return named[0] ? done(picture) : putLast(trx, ctx, draft, picture);
  });
}
