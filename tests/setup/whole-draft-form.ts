import type { DraftContent } from '../../src/domains/practices/index.ts';
import { wholeContent } from '../../src/domains/practices/testing.ts';

export const pagesInOrder = [
  'place',
  'problem',
  'done',
  'outcomes',
  'topics',
  'pictures',
  'sources',
] as const;
export type FormPage = (typeof pagesInOrder)[number];

/** The fields of each page of a draft to which nothing is missing, as a browser posts them; `over` replaces some. */
export function wholeForm(over: Partial<DraftContent>): Record<FormPage, [string, string][]> {
  const { places, concepts, sources, pictures: _none, ...texts } = { ...wholeContent, ...over };
  const of = (...names: (keyof typeof texts)[]): [string, string][] =>
    names.map((name) => [name, texts[name]]);
  return {
    place: [
      ...of('title', 'teaser', 'course', 'yearStart', 'yearEnd', 'organiser', 'partners'),
      ...places.map((place): [string, string] => ['places', place]),
    ],
    problem: of('challenge', 'participants'),
    done: of('summary', 'whatWasDone', 'firstSteps', 'whatWentWrong', 'timeToFirstEvent', 'effort'),
    outcomes: of('outcomes', 'outcomeEvidence', 'costEur', 'costNote', 'funding'),
    // Their page is a form of its own.
    pictures: [],
    topics: concepts.map((concept): [string, string] => ['concepts', concept]),
    sources: [
      ...sources.flatMap(({ title, url }): [string, string][] => [
        ['sourceTitle', title],
        ['sourceUrl', url],
      ]),
      ...of('consent'),
    ],
  };
}
