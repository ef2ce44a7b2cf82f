import type { AllSheetLabels, SheetColumnId, SheetLabels } from '#domains/practices/index.ts';
import { inLanguage, languageName, languages, m, type Language } from '#services/i18n/index.ts';
import { facetHeadings, type schemeFacets } from '../practice/facet-names.ts';
import { choiceNames, fieldNames } from './field-names.ts';

/** A scheme's column is told from the field of the same name. */
const topicHeading = (scheme: (typeof schemeFacets)[number]) => () =>
  `${m.contribute_page_topics()}: ${facetHeadings[scheme]()}`;

const { concepts: _, ...fields } = fieldNames;

/** What each column is called: as the form calls its field. */
export const columnNames: Record<SheetColumnId, () => string> = {
  language: m.contribute_begin_language,
  ...fields,
  'topics.challenge': topicHeading('challenge'),
  'topics.culturalForm': topicHeading('culturalForm'),
  'topics.targetGroup': topicHeading('targetGroup'),
  'topics.method': topicHeading('method'),
  'topics.dimension': topicHeading('dimension'),
};

const said = <Key extends string>(names: Readonly<Record<Key, () => string>>): Record<Key, string> =>
  Object.fromEntries(Object.entries<() => string>(names).map(([key, name]) => [key, name()])) as Record<
    Key,
    string
  >;

const labelsIn = (language: Language): SheetLabels =>
  inLanguage(language, () => ({
    language,
    headings: said(columnNames),
    choices: said(choiceNames),
    languages: Object.fromEntries(
      languages.map((code) => [code, languageName(code, language)]),
    ) as SheetLabels['languages'],
    yes: m.bulk_yes(),
  }));

/** The words of tables in all languages, the reader's first: whoever fills one in need not know which language it was begun in. */
export const sheetLabels = (reader: Language): AllSheetLabels => [
  labelsIn(reader),
  ...languages.filter((language) => language !== reader).map(labelsIn),
];
