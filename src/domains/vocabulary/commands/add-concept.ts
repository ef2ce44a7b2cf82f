import { done, type Result } from '#platform/result.ts';
import type { ConceptContent, EditedScheme } from '../model.ts';
import { may } from '../policy.ts';
import { codeOf } from '../rules/concept-code.ts';
import { allWords, inEach, noWords } from '../rules/concept-words.ts';
import { isFixed } from '../rules/schemes.ts';
import { insertConcept, writeBroader, writeWords } from '../store/change-concept.ts';
import { lockVocabulary, takenCodes } from '../store/editing.ts';
import { checkContent } from './check-content.ts';
import {
  auditConcept,
  notAllowed,
  refusedFor,
  type EditingContext,
  type VocabularyFollowers,
} from './editing.ts';
import { learnWords } from './save-concept.ts';

/** Adds a concept at the end of its scheme; returns its id. A second press of the button meets its label, and is refused. */
export async function addConcept(
  ctx: EditingContext,
  { schemeId, content }: { schemeId: EditedScheme; content: ConceptContent },
  followers: VocabularyFollowers,
): Promise<Result<string>> {
  if (!may(ctx.actor, 'concept.add')) return notAllowed;
  if (isFixed(schemeId)) return refusedFor('vocabulary_refused_fixed');
  return ctx.db.transaction().execute(async (trx): Promise<Result<string>> => {
    await lockVocabulary(trx);
    const checked = await checkContent(trx, { id: '', schemeId }, content);
    if (!checked.ok) return checked;
    const taken = await takenCodes(trx, schemeId);
    const id = await insertConcept(
      trx,
      schemeId,
      codeOf(content.words.en.label, (code) => taken.has(code)),
    );
    await writeWords(
      trx,
      id,
      inEach(() => noWords),
      content.words,
    );
    await writeBroader(trx, id, content.broader);
    const words = allWords(content);
    await learnWords(trx, words);
    await followers.reindex(trx, { concepts: [], words });
    await auditConcept(trx, ctx, { act: 'concept.add', id, after: content });
    return done(id);
  });
}
