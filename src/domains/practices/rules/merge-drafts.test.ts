import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DraftContent } from '../model.ts';
import { draftFieldNames, emptyContent, fieldsOf, isSame } from './draft-fields.ts';
import { mergeDrafts } from './merge-drafts.ts';

const base: DraftContent = { ...emptyContent, title: 'Choir', teaser: 'We sing', places: ['Rūjiena'] };
const fields = fieldsOf('place');

it('takes the words of whoever changed a field that the other left alone', () => {
  const merged = mergeDrafts(
    base,
    { ...base, title: 'The choir' },
    { ...base, teaser: 'We all sing' },
    fields,
  );
  expect(merged).toEqual({
    content: { ...base, title: 'The choir', teaser: 'We all sing' },
    conflicts: [],
  });
});

it('names a field that both changed, and keeps mine for me to merge', () => {
  const merged = mergeDrafts(base, { ...base, title: 'The choir' }, { ...base, title: 'A choir' }, fields);
  expect(merged.conflicts).toEqual(['title']);
  expect(merged.content.title).toBe('A choir');
});

it('sees no conflict where both wrote the same', () => {
  const both = { ...base, places: ['Valka', 'Valga'] };
  expect(mergeDrafts(base, both, { ...both, places: [...both.places] }, fields)).toEqual({
    content: both,
    conflicts: [],
  });
});

it('does not touch what was not on my page', () => {
  const theirs = { ...base, challenge: 'Young people leave' };
  const merged = mergeDrafts(base, theirs, { title: 'A choir', challenge: 'forged' }, fields);
  expect(merged.content).toEqual({ ...theirs, title: 'A choir' });
});

const text = fc.constantFrom('', 'a', 'b', 'c');
const anyContent = fc
  .record({ title: text, teaser: text, challenge: text, source: text, place: text })
  .map(({ title, teaser, challenge, source, place }): DraftContent => ({
    ...emptyContent,
    title,
    teaser,
    challenge,
    places: place === '' ? [] : [place],
    sources: source === '' ? [] : [{ title: source, url: 'https://a.example' }],
  }));

it('loses no words: each field of the result is mine or theirs, and what only one changed is kept', () => {
  fc.assert(
    fc.property(anyContent, anyContent, anyContent, (one, theirs, mine) => {
      const { content, conflicts } = mergeDrafts(one, theirs, mine, draftFieldNames);
      for (const field of draftFieldNames) {
        expect(isSame(field, content, theirs) || isSame(field, content, mine)).toBe(true);
        if (isSame(field, one, mine)) expect(isSame(field, content, theirs)).toBe(true);
        if (isSame(field, one, theirs)) expect(isSame(field, content, mine)).toBe(true);
        const isClash =
          !isSame(field, one, mine) && !isSame(field, one, theirs) && !isSame(field, mine, theirs);
        expect(conflicts.includes(field)).toBe(isClash);
      }
    }),
  );
});
