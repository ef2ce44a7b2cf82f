/** A kind of picture that is taken, decided by its bytes. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif';

/** Why a picture was not taken: a message key. */
export type PictureProblemKey =
  | 'pictures_problem_none'
  | 'pictures_problem_empty'
  | 'pictures_problem_bytes'
  | 'pictures_problem_kind'
  | 'pictures_problem_broken'
  | 'pictures_problem_pixels'
  | 'pictures_problem_small'
  | 'pictures_problem_large'
  | 'pictures_problem_moving'
  | 'pictures_problem_busy'
  | 'pictures_problem_form';

/** The values of its text: megabytes, megapixels or pixels. */
export interface PictureProblem {
  readonly key: PictureProblemKey;
  readonly params?: { readonly most: number } | { readonly least: number };
}

/** One of the files that a picture is kept as. `name`: `960.webp`, the last part of its address. Sides in pixels. */
export interface PictureFile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly content: Uint8Array;
}

/** A picture made anew from what was sent: pixels only. `digest`: SHA-256 over its files, in hexadecimal. Sides of the largest file, in pixels. */
export interface DevelopedPicture {
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly files: readonly PictureFile[];
}

/** A picture as it is told from others. Sides of its largest file, in pixels. */
export type PictureSize = Pick<DevelopedPicture, 'digest' | 'width' | 'height'>;
