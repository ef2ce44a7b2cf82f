import { pictureActs, type PictureAct } from '../../rules/draft-pictures.ts';

/** What the pressed button of the page of pictures means. */
export type PicturePress =
  | { kind: 'add' | 'leave' | 'next' }
  | { kind: 'return'; digest: string }
  | { kind: 'arrange'; act: PictureAct; digest: string };

/** Reads which button was pressed; one that is not known goes on, as the first button of every page does. */
export function readPictureAct(form: FormData): PicturePress {
  const value = form.get('act');
  const [, name, digest] =
    /^([a-z]+)(?::([0-9a-f]{64}))?$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (name === 'add' || name === 'leave') return { kind: name };
  if (digest === undefined) return { kind: 'next' };
  if (name === 'return') return { kind: 'return', digest };
  const act = pictureActs.find((known) => known === name);
  return act ? { kind: 'arrange', act, digest } : { kind: 'next' };
}
