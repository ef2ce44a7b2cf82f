import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { ChallengeDimension, Scheme } from '../model.ts';
import { challengeDimensions, conceptsIn, schemesIn } from '../store/vocabulary.ts';

export type VocabularyPage = { schemes: Scheme[]; mapping: ChallengeDimension[] };

/** The whole vocabulary in the reader's language, with the editors' mapping from challenges to dimensions. */
export async function readVocabulary(db: Database, language: Language): Promise<VocabularyPage> {
  const schemes = await schemesIn(db, language);
  const byScheme = Map.groupBy(await conceptsIn(db, language), (concept) => concept.schemeId);
  return {
    schemes: schemes.map((scheme) => ({ ...scheme, concepts: byScheme.get(scheme.id) ?? [] })),
    mapping: await challengeDimensions(db),
  };
}

export { allConceptLabels, conceptsIn } from '../store/vocabulary.ts';
