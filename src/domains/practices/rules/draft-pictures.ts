import { pictureLicences, type DraftPicture } from '../model.ts';
import type { ProblemKey } from './draft-problems.ts';

/** The longest alternative text and credit, in characters; as the database has them. */
export const MOST_ALT = 500;
export const MOST_CREDIT = 200;

type Found = { key: ProblemKey; params: Record<string, string | number>; isMissing?: boolean };

/** What is wrong with a picture's description; pictures are counted from 1. */
export function wrongInPicture(
  { digest, alt, credit, licence }: DraftPicture,
  number: number,
  isPicture: (digest: string) => boolean,
): Found[] {
  const missing = (key: ProblemKey): Found => ({ key, params: { number }, isMissing: true });
  const wrong = (key: ProblemKey, most?: number): Found => ({
    key,
    params: { number, ...(most !== undefined && { most }) },
  });
  return [
    ...(isPicture(digest) ? [] : [wrong('contribute_problem_picture_gone')]),
    ...(alt === '' ? [missing('contribute_problem_picture_alt')] : []),
    ...([...alt].length > MOST_ALT ? [wrong('contribute_problem_picture_alt_long', MOST_ALT)] : []),
    ...(credit === '' ? [missing('contribute_problem_picture_credit')] : []),
    ...([...credit].length > MOST_CREDIT
      ? [wrong('contribute_problem_picture_credit_long', MOST_CREDIT)]
      : []),
    ...(pictureLicences.some((known) => known === licence)
      ? []
      : [missing('contribute_problem_picture_licence')]),
  ];
}

/** What can be done with a picture among the others. */
export const pictureActs = ['earlier', 'later', 'cover', 'remove'] as const;
export type PictureAct = (typeof pictureActs)[number];

/** The pictures after the act; unchanged where there is no such picture, or nowhere to move it. */
export function arrangePictures(
  pictures: readonly DraftPicture[],
  act: PictureAct,
  digest: string,
): DraftPicture[] {
  const from = pictures.findIndex((picture) => picture.digest === digest);
  const picture = pictures[from];
  if (!picture) return [...pictures];
  const others = pictures.toSpliced(from, 1);
  if (act === 'remove') return others;
  const to = { earlier: Math.max(0, from - 1), later: from + 1, cover: 0 }[act];
  return others.toSpliced(to, 0, picture);
}
