import { formatList, formatNumber, m, type Language } from '#services/i18n/index.ts';
import { namedPractice } from './named-practice.ts';

/** What became of the reader's last act, and the number of the practice that it was about, where it was about one. */
export type Note = { key: NoteKey; about: number | null; numbers: readonly number[] };

const texts = {
  shortlist_note_kept: m.shortlist_note_kept,
  shortlist_note_kept_several: m.shortlist_note_kept_several,
  shortlist_note_removed: m.shortlist_note_removed,
  shortlist_note_moved: m.shortlist_note_moved,
  shortlist_note_cleared: m.shortlist_note_cleared,
  shortlist_note_full: m.shortlist_note_full,
  shortlist_note_room: m.shortlist_note_room,
  shortlist_note_gone: m.shortlist_note_gone,
  shortlist_note_unpublished: m.shortlist_note_unpublished,
  shortlist_note_choose: m.shortlist_note_choose,
};
export type NoteKey = keyof typeof texts;

/** The note in words. */
export function noteText({ key, numbers }: Note, language: Language): string {
  const [first = 0, second = 0] = numbers.map((number) => formatNumber(number, language));
  switch (key) {
    case 'shortlist_note_kept_several':
      return texts[key]({ count: numbers[0] ?? 0 });
    case 'shortlist_note_moved':
      return texts[key]({ place: first, count: second });
    case 'shortlist_note_full':
      return texts[key]({ most: first });
    case 'shortlist_note_room':
      return texts[key]({ most: first, room: second });
    case 'shortlist_note_gone':
      return texts[key]({
        practices: formatList(numbers.map(namedPractice), language),
      });
    case 'shortlist_note_kept':
    case 'shortlist_note_removed':
    case 'shortlist_note_cleared':
    case 'shortlist_note_unpublished':
    case 'shortlist_note_choose':
      return texts[key]();
  }
}

/** Why there is nothing in the shortlist any more, where the note says so: then no page says that there is nothing yet. */
const emptying: readonly NoteKey[] = [
  'shortlist_note_cleared',
  'shortlist_note_removed',
  'shortlist_note_gone',
];
export const saysEmptied = (note: Note | null): boolean => note !== null && emptying.includes(note.key);

/** The practices that one press brings back into the shortlist: those that stood in it when it was emptied. */
export const toBringBack = (note: Note): readonly number[] =>
  note.key === 'shortlist_note_cleared' ? note.numbers : [];

/** Whether the box of this practice was ticked when too little was ticked to compare. */
export const wasTicked = (note: Note | null, id: number): boolean =>
  note?.key === 'shortlist_note_choose' && note.numbers.includes(id);

/** A note as a cookie carries it to the next page: `kept.12`, `moved.12.2.5`, `cleared.0.12.7` with what was in the list. */
export function writeNote({ key, about, numbers }: Note): string {
  return [key.slice('shortlist_note_'.length), about ?? 0, ...numbers].join('.');
}

/** The note that was written so; null for every other text. */
export function parseNote(text: string): Note | null {
  const [, name, rest] = /^([a-z_]{1,20})((?:\.\d{1,10}){1,51})$/.exec(text) ?? [];
  const key = `shortlist_note_${name}`;
  if (rest === undefined || !Object.hasOwn(texts, key)) return null;
  const [about, ...numbers] = rest.slice(1).split('.').map(Number);
  return { key: key as NoteKey, about: about || null, numbers };
}
