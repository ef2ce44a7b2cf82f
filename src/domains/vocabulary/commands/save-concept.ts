import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { languages } from '#services/i18n/languages.ts';
import { learnStems, stemsOfConcepts } from '#services/search/index.ts';
import type { ConceptContent, EditedConcept, Word } from '../model.ts';
import { may } from '../policy.ts';
import { addedWords } from '../rules/concept-words.ts';
import { writeBroader, writeWords } from '../store/change-concept.ts';
import { editedConcept, lockVocabulary } from '../store/editing.ts';
import { checkContent } from './check-content.ts';
import {
  auditConcept,
  notAllowed,
  notFound,
  versionOf,
  type EditingContext,
  type VocabularyFollowers,
} from './editing.ts';

export type SaveConcept = {
  id: string;
  /** Of the concept as the writer saw it. */
  version: string;
  content: ConceptContent;
};

/** Somebody else changed the concept meanwhile: nothing was written, and the writer sees both. */
export type SaveConceptRefusal = Refusal & { theirs?: EditedConcept };

/** Writes a concept's words and place; what they are found by follows in the background. Saving what is there already writes nothing. */
export async function saveConcept(
  ctx: EditingContext,
  { id, version, content }: SaveConcept,
  followers: VocabularyFollowers,
): Promise<Result<null, SaveConceptRefusal>> {
  if (!may(ctx.actor, 'concept.save')) return notAllowed;
  return ctx.db.transaction().execute(async (trx): Promise<Result<null, SaveConceptRefusal>> => {
    await lockVocabulary(trx);
    const before = await editedConcept(trx, id);
    if (!before) return notFound;
    const changed = difference(before, content);
    // The same form posted twice has nothing left to do, whatever version it was made of.
    if (changed === null) return done(null);
    if (versionOf(before) !== version)
      return refuse({ reasons: [{ key: 'vocabulary_refused_changed' }], theirs: before });
    const checked = await checkContent(trx, before, content);
    if (!checked.ok) return checked;
    await writeWords(trx, id, before.words, content.words);
    await writeBroader(trx, id, content.broader);
    const words = addedWords(before, content);
    await learnWords(trx, words);
    await followers.reindex(trx, { concepts: [id], words });
    await auditConcept(trx, ctx, { act: 'concept.save', id, ...changed });
    return done(null);
  });
}

/** A reader's slip in a new word leads to it too. */
export async function learnWords(trx: Database, words: readonly Word[]): Promise<void> {
  const terms = Object.fromEntries(
    languages.map((language) => [
      language,
      words.filter((word) => word.language === language).map(({ text }) => text),
    ]),
  );
  await learnStems(trx, stemsOfConcepts([{ id: '', broader: [], terms }]));
}

/** What differs, as the log keeps it: only the languages that were touched; null where nothing is. */
function difference(before: ConceptContent, after: ConceptContent) {
  const touched = languages.filter(
    (language) => JSON.stringify(before.words[language]) !== JSON.stringify(after.words[language]),
  );
  const isMoved = JSON.stringify(before.broader.toSorted()) !== JSON.stringify(after.broader.toSorted());
  if (touched.length === 0 && !isMoved) return null;
  const of = ({ broader, words }: ConceptContent) => ({
    ...(isMoved && { broader }),
    ...Object.fromEntries(touched.map((language) => [language, words[language]])),
  });
  return { before: of(before), after: of(after) };
}
