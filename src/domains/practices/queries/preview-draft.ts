import { conceptsIn, type ConceptId } from '#domains/vocabulary/index.ts';
import { placesById } from '#domains/places/index.ts';
import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { publishedForm } from '../rules/published-form.ts';
import { reading, type PracticeReading } from './practice-page.ts';
import { readDraft } from './read-draft.ts';

/** A draft as its readers will see it, in the language that it is written in; undefined for who may not read it. */
export async function previewDraft(
  db: Database,
  actor: Actor,
  id: number,
  at: Date,
  language: Language,
): Promise<PracticeReading | undefined> {
  const view = await readDraft(db, actor, id, language);
  if (!view) return undefined;
  const { draft, content, placeIds, pictures } = view;
  const { text, sources, conceptIds, ...facts } = publishedForm(content);
  const on = at.toISOString().slice(0, 10);
  return reading(
    {
      ...facts,
      // Of a new one the number is not known yet; its drawing is that of number 0.
      id: draft.practiceId ?? 0,
      slug: view.slug ?? '',
      originalLanguage: draft.language,
      state: 'published',
      licence: 'CC BY 4.0',
      verifiedOn: on,
      publishedOn: on,
      changedAt: at,
      ownerId: draft.ownerId,
      teamPlaceId: draft.teamPlaceId,
      texts: [{ ...text, language: draft.language, state: 'original' }],
      placeIds,
      conceptIds: conceptIds as ConceptId[],
      sources: sources.map((source) => ({ ...source, readOn: on })),
      pictures,
    },
    language,
    await conceptsIn(db, language),
    await placesById(db, placeIds),
  );
}
