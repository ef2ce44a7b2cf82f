import { randomUUID } from 'node:crypto';
import type { ActContext } from '#domains/accounts/index.ts';
import {
  addConcept as add,
  holdVocabulary,
  mergeConcepts as merge,
  newestEdit,
  saveConcept as save,
  type Concerned,
  type SaveConcept,
  type VocabularyFollowers,
} from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { documentsConcerned } from '#services/search/index.ts';
import { retagDrafts, retagPractices } from '../store/retag.ts';
import { indexSome, practiceKind, readWords } from './index-practices.ts';

/** The job that follows a change of the vocabulary. */
export const REINDEX_CONCERNED = 'reindex-concerned';

/** How practices follow a change of the vocabulary: tagged anew with it, indexed anew by a job that is there when it is. */
const followers = ({ queue, clock }: Pick<ActContext, 'queue' | 'clock'>): VocabularyFollowers => ({
  retag: async (trx, from, into) => {
    await retagDrafts(trx, from, into);
    return retagPractices(trx, from, into, clock.now());
  },
  // Each change has a job of its own: one that runs already has read older words.
  reindex: async (trx, concerned) => void (await queue.send(trx, REINDEX_CONCERNED, concerned, randomUUID())),
});

/** Saves, adds and merges concepts, practices following; see the vocabulary's commands. */
export const saveConcept = (ctx: ActContext, input: SaveConcept) => save(ctx, input, followers(ctx));
export const addConcept = (ctx: ActContext, input: Parameters<typeof add>[1]) =>
  add(ctx, input, followers(ctx));
export const mergeConcepts = (ctx: ActContext, input: Parameters<typeof merge>[1]) =>
  merge(ctx, input, followers(ctx));

const BATCH = 100;

/**
 * Indexes anew the practices that a change of the vocabulary concerns, in small transactions, while people read. Done again from the
 * beginning it does nothing but work. Returns how many.
 */
export async function reindexConcerned(db: Database, concerned: Concerned): Promise<number> {
  const ids = await documentsConcerned(db, practiceKind, concerned);
  let edit: number | null | undefined;
  let words: Awaited<ReturnType<typeof readWords>> | undefined;
  for (let first = 0; first < ids.length; first += BATCH) {
    await db.transaction().execute(async (trx) => {
      // While a batch is written no word changes; and what another job has written by newer words is not overwritten by older ones.
      await holdVocabulary(trx);
      const newest = await newestEdit(trx);
      if (words === undefined || newest !== edit) words = await readWords(trx);
      edit = newest;
      await indexSome(trx, ids.slice(first, first + BATCH), words);
    });
  }
  return ids.length;
}
