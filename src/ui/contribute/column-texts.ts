import type { FieldRule, SheetColumnId } from '#domains/practices/index.ts';
import { formatNumber, languageName, languages, m, type Language } from '#services/i18n/index.ts';
import { choiceNames } from './field-names.ts';
import { columnNames } from './sheet-labels.ts';

/** What is known of a column, for its explanation. `concepts`: labels that it may hold. */
export interface ColumnFacts {
  readonly id: SheetColumnId;
  readonly rule: FieldRule | null;
  readonly isNeeded: boolean;
  readonly concepts: readonly string[];
}

export interface ColumnText {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly holds: string;
}

/** What a column holds, in the reader's language. */
function holds({ rule, concepts }: ColumnFacts, language: Language): string {
  if (rule === null)
    return m.bulk_holds_choice({
      choices: languages.map((code) => languageName(code, language)).join('; '),
    });
  const most = formatNumber(rule.most, language);
  switch (rule.kind) {
    case 'choice':
      return m.bulk_holds_choice({
        choices: (rule.choices ?? []).map((choice) => choiceNames[choice]?.() ?? choice).join('; '),
      });
    case 'year':
      return m.bulk_holds_year();
    case 'money':
      return m.bulk_holds_money();
    case 'places':
      return m.bulk_holds_places({ most });
    case 'concepts':
      return m.bulk_holds_concepts({ labels: concepts.join('; ') });
    case 'sources':
      return m.bulk_holds_sources({ most });
    case 'consent':
      return m.bulk_holds_consent({ yes: m.bulk_yes(), consent: m.contribute_consent_text() });
    // No column holds pictures: they have a page of their own.
    case 'pictures':
    case 'line':
    case 'text':
      return m.bulk_holds_text({ most });
  }
}

/** Each column by name, and what it may hold. */
export const columnTexts = (columns: readonly ColumnFacts[], language: Language): ColumnText[] =>
  columns.map((column) => ({
    name: columnNames[column.id](),
    isNeeded: column.isNeeded,
    holds: holds(column, language),
  }));
