import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { keepPicture, makePicture } from '#services/pictures/index.ts';
import { countAttempt, type Limit } from '#services/sign-in/index.ts';
import type { Draft, DraftPicture } from '../model.ts';
import { may } from '../policy.ts';
import { draftFields } from '../rules/draft-fields.ts';
import { draftById, holdDraft } from '../store/drafts.ts';
import { allowPictures } from '../store/pictures.ts';
import { checkedVersion, writeVersion } from './save-draft.ts';

/** Enough for a dozen practices a day, and for trying again; not enough to fill the database. */
const ofPerson: Limit = { most: 100, seconds: 86_400 };

/** `bytes`: the file as it was sent. */
export type AddPicture = { draftId: number; bytes: Uint8Array };

const no = (key: string): Refusal => ({ reasons: [{ key }] });

/** Makes a picture anew from what was sent and puts it last among the draft's. One that is there already stays where it is. */
export async function addPicture(
  ctx: ActContext,
  { draftId, bytes }: AddPicture,
): Promise<Result<DraftPicture>> {
  // Looked at twice: nobody's file is unpacked for nothing, and the draft may have moved on meanwhile.
  const verdict = mayEdit(ctx, await draftById(ctx.db, draftId));
  if (!verdict.ok) return verdict;
  if ((await countAttempt(ctx.db, `picture|${ctx.actor.person?.id}`, ofPerson)) !== null)
    return refuse(no('contribute_refused_pictures_often'));
  // Before the transaction: it takes seconds, and whoever waits must hold no connection.
  const made = await makePicture(bytes, (problem) =>
    ctx.log.warn('A picture could not be made', { problem }),
  );
  if (!made.ok) return refuse({ reasons: [made.refusal] });
  return ctx.db.transaction().execute(async (trx): Promise<Result<DraftPicture>> => {
    const held = mayEdit(ctx, await holdDraft(trx, draftId));
    if (!held.ok) return held;
    const { digest } = made.value;
    const { content } = await checkedVersion(trx, held.value, held.value.version);
    const same = content.pictures.find((picture) => picture.digest === digest);
    if (same) return done(same);
    const picture: DraftPicture = { digest, alt: '', credit: '', licence: '' };
    await keepPicture(trx, made.value, ctx.clock.now());
    return putLast(trx, ctx, held.value, picture);
  });
}

function mayEdit(ctx: ActContext, draft: Draft | undefined): Result<Draft> {
  if (!draft) return refuse(no('contribute_refused_gone'));
  const verdict = may(ctx.actor, 'edit', draft);
  return verdict.ok ? done(draft) : refuse({ reasons: verdict.reasons });
}

/** Writes the next version of a draft that is held, with one more picture; refused where no more fit. */
export async function putLast(
  trx: Database,
  ctx: ActContext,
  draft: Draft,
  picture: DraftPicture,
): Promise<Result<DraftPicture>> {
  const { content } = await checkedVersion(trx, draft, draft.version);
  if (content.pictures.length >= draftFields.pictures.most) return refuse(no('contribute_refused_pictures'));
  await allowPictures(trx, draft.id, [picture.digest]);
  const pictures = [...content.pictures, picture];
  await writeVersion(trx, ctx, draft, { content: { ...content, pictures }, changed: ['pictures'] });
  return done(picture);
}
