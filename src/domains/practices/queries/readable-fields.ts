import { conceptsIn } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import type { DraftContent, DraftField } from '../model.ts';
import { draftFieldNames } from '../rules/draft-fields.ts';
import { fieldText } from '../rules/field-text.ts';

/** Every field as text to read, topics by their names. Of content that the caller may read. */
export async function readableFields(
  db: Database,
  content: DraftContent,
  language: Language,
): Promise<Record<DraftField, string>> {
  const labels = new Map<string, string>(
    (await conceptsIn(db, language)).map(({ id, label }) => [id, label]),
  );
  return Object.fromEntries(
    draftFieldNames.map((field) => [field, fieldText(field, content, (id) => labels.get(id) ?? id)]),
  ) as Record<DraftField, string>;
}
