import { WIDTHS } from './limits.ts';
import type { PictureSize } from './model.ts';

/** The names of a picture's WebP files with their widths in pixels, the narrowest first, and of its one JPEG. */
export function pictureNames({ width }: Pick<PictureSize, 'width'>): {
  webp: { name: string; width: number }[];
  jpeg: string;
} {
  const widths = [...WIDTHS.filter((most) => most < width), width];
  return { webp: widths.map((wide) => ({ name: `${wide}.webp`, width: wide })), jpeg: `${width}.jpg` };
}
