import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteText, parseNote, writeNote, type Note } from './note.ts';

const notes: Note[] = [
  { key: 'shortlist_note_kept', about: 12, numbers: [] },
  { key: 'shortlist_note_moved', about: 12, numbers: [2, 5] },
  { key: 'shortlist_note_gone', about: null, numbers: [3, 4] },
];

describe('a note', () => {
  it.each(notes)('is carried to the next page: $key', (note) => {
    expect(parseNote(writeNote(note))).toEqual(note);
    expect(noteText(note, 'en').length).toBeGreaterThan(10);
  });

  it.each(['', 'kept', 'kept.', 'kept.x', 'constructor.1', '<b>.1', 'kept.1 ', `gone${'.1'.repeat(60)}`])(
    'is none: %j',
    (text) => {
      expect(parseNote(text)).toBeNull();
    },
  );

  it('of any shape is survived', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{4,8}(\.\d{1,3}){0,4}$/)), (text) => {
        const note = parseNote(text);
        if (note) expect(typeof noteText(note, 'lv')).toBe('string');
      }),
    );
  });
});
