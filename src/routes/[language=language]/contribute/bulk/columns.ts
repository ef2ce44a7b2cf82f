import { isNeededColumn, ruleOfColumn, schemeOf, sheetColumnIds } from '#domains/practices/index.ts';
import { vocabularyWords } from '#domains/vocabulary/index.ts';
import { m } from '#services/i18n/index.ts';
import { columnTexts, type ColumnText } from '#ui/contribute/column-texts.ts';

/** Each column by name, and what it may hold, in the reader's language. */
export async function explainedColumns({
  db,
  language,
}: Pick<App.Locals, 'db' | 'language'>): Promise<ColumnText[]> {
  const { concepts } = await vocabularyWords(db, language);
  return columnTexts(
    sheetColumnIds.map((id) => ({
      id,
      rule: ruleOfColumn(id) ?? null,
      isNeeded: isNeededColumn(id),
      concepts: concepts.filter(({ schemeId }) => schemeId === schemeOf(id)).map(({ label }) => label),
    })),
    language,
  );
}

/** The same as the second sheet of a template. */
export const explanationSheet = (columns: readonly ColumnText[]) => ({
  name: m.bulk_columns(),
  columns: [
    { heading: m.bulk_column(), holds: 'text' as const, width: 34 },
    { heading: m.bulk_needed(), holds: 'text' as const, width: 12 },
    { heading: m.bulk_holds(), holds: 'text' as const, width: 100 },
  ],
  rows: columns.map(({ name, isNeeded, holds }) => [name, isNeeded ? m.bulk_yes() : null, holds]),
});
