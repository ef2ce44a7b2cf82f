import type { Cookies } from '@sveltejs/kit';
import { noteCookie } from '#ui/paths.ts';
import { parseNote, writeNote, type Note } from '#ui/shortlist/note.ts';

/** Leaves word for the next page that this reader opens; after a minute nobody waits for it any more. */
export function leaveNote(cookies: Cookies, url: URL, note: Note): void {
  cookies.set(noteCookie, writeNote(note), {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
}

/** The word that was left, said once. */
export function takeNote(cookies: Cookies, url: URL): Note | null {
  const text = cookies.get(noteCookie);
  if (text === undefined) return null;
  cookies.delete(noteCookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
  return parseNote(text);
}
