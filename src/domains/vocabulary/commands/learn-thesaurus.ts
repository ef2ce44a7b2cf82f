import type { Database } from '#platform/database/connect.ts';
import { learnStems, stemsOfConcepts } from '#services/search/index.ts';
import { thesaurusConcepts } from '../store/thesaurus.ts';

/** Adds the stems of all words of the thesaurus to the search's dictionary: a slip in one of them is forgiven too. */
export async function learnThesaurus(db: Database): Promise<void> {
  await learnStems(db, stemsOfConcepts(await thesaurusConcepts(db)));
}
