import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Reason } from '#platform/result.ts';
import { compareIn, type Language } from '#services/i18n/index.ts';
import { versionOf, type EditingContext } from '../commands/editing.ts';
import type { EditedConcept, EditedScheme } from '../model.ts';
import { may } from '../policy.ts';
import { warningsOf } from '../rules/concept-checks.ts';
import { hasSeveralBroader, isFixed } from '../rules/schemes.ts';
import { choicesOf, conceptLines, CONCEPTS_PAGE_SIZE, type ConceptLine } from '../store/concept-lines.ts';
import { editedConcept, formerIds, otherLabels } from '../store/editing.ts';
import { schemesIn } from '../store/vocabulary.ts';

type Asking = Pick<EditingContext, 'db' | 'actor'> & { readonly language: Language };
type Question = Parameters<typeof conceptLines>[2];

export interface ConceptPage {
  readonly concepts: readonly ConceptLine[];
  readonly total: number;
  readonly pageCount: number;
}

/** The concepts that the question asks for; null: the actor may not edit them. */
export async function listConcepts(asking: Asking, question: Question): Promise<ConceptPage | null> {
  if (!may(asking.actor, 'concept.read')) return null;
  const { concepts, total } = await conceptLines(asking.db, asking.language, question);
  return { concepts, total, pageCount: Math.max(1, Math.ceil(total / CONCEPTS_PAGE_SIZE)) };
}

/** Names of the schemes in a language; topics, which no page shows, are not among them. */
export async function schemeNames(
  db: Database,
  language: Language,
): Promise<Partial<Record<EditedScheme, string>>> {
  return Object.fromEntries((await schemesIn(db, language)).map(({ id, labelPlural }) => [id, labelPlural]));
}

export interface ConceptToEdit {
  readonly concept: EditedConcept;
  readonly version: string;
  readonly warnings: readonly Reason[];
  readonly isFixed: boolean;
  readonly hasSeveralBroader: boolean;
  /** The other concepts of its scheme, by label. */
  readonly others: readonly { readonly id: string; readonly label: string }[];
}

/** A concept to be edited; a string: the id of the one that it was merged into; null: there is none, or not for this actor. */
export async function conceptToEdit(asking: Asking, id: string): Promise<ConceptToEdit | string | null> {
  if (!may(asking.actor, 'concept.read')) return null;
  const concept = await editedConcept(asking.db, id);
  if (!concept) return (await formerIds(asking.db)).get(id) ?? null;
  return {
    concept,
    version: versionOf(concept),
    warnings: warningsOf(concept, await otherLabels(asking.db, concept.schemeId, id)),
    ...(await schemeToEdit(asking, concept.schemeId, id)),
  };
}

/** What a form of a concept of this scheme offers. Only for whoever may edit: the caller has asked. */
export async function schemeToEdit({ db, language }: Asking, schemeId: EditedScheme, besides = '') {
  const compare = compareIn(language);
  return {
    isFixed: isFixed(schemeId),
    hasSeveralBroader: hasSeveralBroader(schemeId),
    others: (await choicesOf(db, schemeId, language))
      .filter((other) => other.id !== besides)
      .toSorted((a, b) => compare(a.label, b.label)),
  };
}

/** Former ids of merged concepts and what they are now; kept until the vocabulary changes. */
export const formerConcepts: (db: Database) => Promise<ReadonlyMap<string, string>> = keptUntilChange(
  'vocabulary',
  formerIds,
);

/** These concepts as they are called now, each once: those that were merged by what they were merged into. */
export async function currentConcepts(db: Database, ids: readonly string[]): Promise<string[]> {
  const former = await formerConcepts(db);
  return [...new Set(ids.map((id) => former.get(id) ?? id))];
}
