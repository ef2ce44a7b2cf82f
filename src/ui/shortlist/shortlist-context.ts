import { createContext } from 'svelte';
import type { Language } from '#services/i18n/languages.ts';
import type { Note } from './note.ts';

/** What every button beside a practice has to know of the reader. */
export type ShortlistContext = {
  language: Language;
  kept: readonly number[];
  note: Note | null;
};

/** Set once, by the frame of all pages. */
export const [shortlistContext, setShortlistContext] = createContext<() => ShortlistContext>();

/** The form that all these buttons belong to: one a page, so that two dozen cards do not repeat it. */
export const shortlistForm = 'shortlist-form';
