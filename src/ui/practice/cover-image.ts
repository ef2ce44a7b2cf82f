import type { Cover, ShownPicture } from '#domains/practices/index.ts';
import { paths } from '../paths.ts';

/** The attributes of an image that has several files. Sides in pixels. */
export type ImageFiles = { src: string; srcset?: string; sizes?: string; width: number; height: number };

/** A picture as an image: the narrowest file that fills its place. `sizes` as in HTML. */
export function pictureImage(
  picture: ShownPicture,
  sizes: string,
  address: (file: string) => string = (file) => paths.picture(picture.digest, file),
): ImageFiles {
  return {
    // For whoever knows no srcset, and so perhaps no WebP.
    src: address(picture.jpeg),
    srcset: picture.webp.map(({ name, width }) => `${address(name)} ${width}w`).join(', '),
    sizes,
    width: picture.width,
    height: picture.height,
  };
}

/** What stands on a card: the practice's first picture, else its drawing. */
export const coverImage = (
  { photo, cover }: { photo: ShownPicture | null; cover: Cover },
  sizes = '(max-width: 30rem) 5rem, 22rem',
): ImageFiles =>
  photo ? pictureImage(photo, sizes) : { src: paths.cover(cover, 'thumbnail'), width: 600, height: 400 };
