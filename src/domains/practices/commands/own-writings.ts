import { eraseAccount, exportAccount, type ActContext } from '#domains/accounts/index.ts';
import type { Result } from '#platform/result.ts';
import { deleteDraftsWrittenAlone, writingsOf } from '../store/person-writings.ts';

/** Erases the actor's own account, and with it the drafts that nobody else writes; all or nothing. */
export const eraseAccountAndDrafts = (ctx: ActContext): Promise<Result<null>> =>
  eraseAccount(ctx, deleteDraftsWrittenAlone);

/** All that is held about the actor, with what they wrote, as one JSON text. */
export const exportAccountAndWritings = (ctx: ActContext): Promise<Result<string>> =>
  exportAccount(ctx, writingsOf);
