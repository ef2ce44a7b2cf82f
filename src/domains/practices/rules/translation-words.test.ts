import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translatedFields, type TranslationContent } from '../model.ts';
import {
  changedWords,
  changesOf,
  fieldsToTranslate,
  mergeTranslations,
  wordsOf,
} from './translation-words.ts';

const empty = wordsOf(undefined);
const words = (change: Partial<TranslationContent>): TranslationContent => ({ ...empty, ...change });

it('of a text only what it says is to be translated, in the form’s order', () => {
  expect(fieldsToTranslate(words({ funding: 'EU', title: 'Choir' }))).toEqual(['title', 'funding']);
});

describe('two who translate at once', () => {
  const base = words({ title: 'Koris', teaser: 'Dzied' });

  it('keep both, where they wrote into different fields', () => {
    const merged = mergeTranslations(base, words({ ...base, title: 'Kora kāpnes' }), {
      ...base,
      teaser: 'Visi dzied',
    });
    expect(merged).toEqual({
      content: words({ title: 'Kora kāpnes', teaser: 'Visi dzied' }),
      conflicts: [],
    });
  });

  it('are told of a field that both changed, and the second keeps the own words to merge', () => {
    const merged = mergeTranslations(base, words({ ...base, title: 'A' }), { title: 'B' });
    expect(merged.conflicts).toEqual(['title']);
    expect(merged.content.title).toBe('B');
  });

  it('lose nothing: each field holds what one of them wrote, and a field that was not on the page is the other’s', () => {
    const some = fc.record(
      Object.fromEntries(translatedFields.map((field) => [field, fc.constantFrom('', 'a', 'b')])),
    ) as fc.Arbitrary<TranslationContent>;
    fc.assert(
      fc.property(some, some, some, fc.subarray([...translatedFields]), (seen, theirs, mine, page) => {
        const typed = Object.fromEntries(page.map((field) => [field, mine[field]]));
        const { content, conflicts } = mergeTranslations(seen, theirs, typed);
        for (const field of translatedFields) {
          const isMine = page.includes(field) && mine[field] !== seen[field];
          expect(content[field]).toBe(isMine ? mine[field] : theirs[field]);
          const isTheirs = theirs[field] !== seen[field];
          expect(conflicts.includes(field)).toBe(isMine && isTheirs && mine[field] !== theirs[field]);
        }
      }),
    );
  });
});

it('what changed is told field by field, by words', () => {
  const [before, after] = [
    words({ title: 'A choir', teaser: 'x' }),
    words({ title: 'A loud choir', teaser: 'x' }),
  ];
  expect(changedWords(before, after)).toEqual(['title']);
  expect(changesOf(before, after)).toEqual({
    title: [
      { kind: 'same', text: 'A' },
      { kind: 'added', text: ' loud' },
      { kind: 'same', text: ' choir' },
    ],
  });
});
