import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanguage, type Language } from '#services/i18n/index.ts';
import { noteText, parseNote, saysEmptied, toBringBack, wasTicked, writeNote, type Note } from './note.ts';

const notes: Note[] = [
  { key: 'shortlist_note_kept', about: 12, numbers: [] },
  { key: 'shortlist_note_moved', about: 12, numbers: [2, 5] },
  { key: 'shortlist_note_gone', about: null, numbers: [3, 4] },
  { key: 'shortlist_note_kept_several', about: null, numbers: [3] },
  { key: 'shortlist_note_cleared', about: null, numbers: Array.from({ length: 50 }, (_, n) => n + 1) },
  { key: 'shortlist_note_choose', about: null, numbers: [7] },
];

describe('a note', () => {
  it.each(notes)('is carried to the next page: $key', (note) => {
    expect(parseNote(writeNote(note))).toEqual(note);
    expect(noteText(note, 'en').length).toBeGreaterThan(10);
  });

  it('counts what was kept in the forms of each language', () => {
    const kept = (count: number, language: Language) =>
      inLanguage(language, () =>
        noteText({ key: 'shortlist_note_kept_several', about: null, numbers: [count] }, language),
      );
    expect(kept(2, 'en')).toBe('These 2 practices are now in your shortlist.');
    expect(kept(21, 'lv')).toBe('Šis 21 prakses piemērs tagad ir Jūsu izlasē.');
    expect(kept(11, 'lv')).toBe('Šie 11 prakses piemēri tagad ir Jūsu izlasē.');
    expect(kept(3, 'lt')).toBe('Į Jūsų įsimintų sąrašą įtraukti 3 pavyzdžiai.');
    expect(kept(10, 'lt')).toBe('Į Jūsų įsimintų sąrašą įtraukta 10 pavyzdžių.');
    expect(kept(3, 'pl')).toBe('Te 3 praktyki są teraz w schowku.');
    expect(kept(5, 'pl')).toBe('Tych 5 praktyk jest teraz w schowku.');
  });

  it('brings back what was in the list, and only when it was emptied', () => {
    expect(notes.filter((note) => toBringBack(note).length > 0).map(({ key }) => key)).toEqual([
      'shortlist_note_cleared',
    ]);
    expect(notes.filter(saysEmptied).map(({ key }) => key)).toEqual([
      'shortlist_note_gone',
      'shortlist_note_cleared',
    ]);
  });

  it('remembers what was ticked when that was too little', () => {
    expect(notes.filter((note) => wasTicked(note, 7)).map(({ key }) => key)).toEqual([
      'shortlist_note_choose',
    ]);
    expect(wasTicked(null, 7)).toBe(false);
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
