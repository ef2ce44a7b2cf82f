import type { SchemeId } from '#domains/vocabulary/index.ts';
import type { Language } from '#services/i18n/languages.ts';
import { sheetColumnIds, type SheetColumnId } from './sheet-columns.ts';

/** What the columns and answers of a table are called in one language. */
export type SheetLabels = {
  language: Language;
  headings: Readonly<Record<SheetColumnId, string>>;
  /** Of the answers that fields with a choice have, by code. */
  choices: Readonly<Record<string, string>>;
  languages: Readonly<Record<Language, string>>;
  yes: string;
};

/** A concept's labels in all languages. */
export type ConceptLabels = ReadonlyMap<string, readonly { language: Language; label: string }[]>;

/** What a word of a table means; undefined where it means nothing, or not one thing. */
export type SheetWords = {
  column: (said: string) => SheetColumnId | undefined;
  choice: (said: string) => string | undefined;
  language: (said: string) => Language | undefined;
  concept: (scheme: SchemeId, said: string) => string | undefined;
  isYes: (said: string) => boolean;
};

const fold = (said: string): string => said.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

type Meant<Meaning> = readonly (readonly [said: string, meaning: Meaning])[];

/** What is said first counts: codes, then the reader's language, then all others together, where one word may mean two things. */
function lookup<Meaning>(layers: readonly Meant<Meaning>[]): (said: string) => Meaning | undefined {
  const known = new Map<string, Meaning | undefined>();
  for (const layer of layers) {
    const here = new Map<string, Meaning | undefined>();
    for (const [said, meaning] of layer) {
      const word = fold(said);
      here.set(word, here.has(word) && here.get(word) !== meaning ? undefined : meaning);
    }
    for (const [word, meaning] of here) if (!known.has(word)) known.set(word, meaning);
  }
  return (said) => known.get(fold(said));
}

const entries = <Key extends string>(labels: Readonly<Record<Key, string>>): [string, Key][] =>
  (Object.entries(labels) as [Key, string][]).map(([key, label]) => [label, key]);

/** The words of tables in every language; of `labels`, those of the reader's language come first. */
export function sheetWords(
  labels: readonly [SheetLabels, ...SheetLabels[]],
  concepts: ConceptLabels,
): SheetWords {
  const [own, ...others] = labels;
  const layersOf = <Key extends string>(pick: (one: SheetLabels) => Readonly<Record<Key, string>>) => [
    Object.keys(pick(own)).map((key) => [key, key] as [string, Key]),
    entries(pick(own)),
    others.flatMap((one) => entries(pick(one))),
  ];
  const labelled = (isOwn: boolean): Meant<string> =>
    [...concepts].flatMap(([id, list]) =>
      list
        .filter(({ language }) => (language === own.language) === isOwn)
        .map(({ label }): [string, string] => [inScheme(id.slice(0, id.indexOf(':')), label), id]),
    );
  const codes = [...concepts.keys()].flatMap((id): [string, string][] => {
    const [scheme = '', code = ''] = id.split(':');
    return [
      [inScheme(scheme, id), id],
      [inScheme(scheme, code), id],
    ];
  });
  const concept = lookup([codes, labelled(true), labelled(false)]);
  const yes = new Set(['yes', 'x', '1', 'true', ...labels.map((one) => fold(one.yes))]);
  return {
    column: lookup(layersOf((one) => ofColumns(one.headings))),
    choice: lookup(layersOf((one) => one.choices)),
    language: lookup(layersOf((one) => one.languages)),
    concept: (scheme, said) => concept(inScheme(scheme, said)),
    isYes: (said) => yes.has(fold(said)),
  };
}

const ofColumns = (headings: SheetLabels['headings']): SheetLabels['headings'] =>
  Object.fromEntries(sheetColumnIds.map((id) => [id, headings[id]])) as SheetLabels['headings'];

const inScheme = (scheme: string, said: string): string => `${scheme}\u0001${said.trim()}`;

/** Whether every column has a heading, and no two the same. */
export const areApart = ({ headings }: SheetLabels): boolean =>
  new Set(sheetColumnIds.map((column) => fold(headings[column]))).size === sheetColumnIds.length;
