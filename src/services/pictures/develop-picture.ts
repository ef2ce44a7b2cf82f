import { createHash } from 'node:crypto';
import sharp, { type Metadata, type OutputInfo } from 'sharp';
import { done, refuse, type Result } from '#platform/result.ts';
import {
  LEAST_SIDE,
  MOST_BYTES,
  MOST_HEIGHT,
  MOST_PIXELS,
  MOST_PIXELS_AVIF,
  MOST_PIXELS_WHOLE,
  MOST_SIDE,
  WIDTHS,
} from './limits.ts';
import type { DevelopedPicture, PictureFile, PictureKind, PictureProblem } from './model.ts';
import { pictureKind } from './picture-kind.ts';

// Runs in the process of picture-process.ts, and in tests.
sharp.cache(false);
sharp.concurrency(1);
// Whatever libvips could read otherwise (SVG, PDF, GIF, TIFF, files of ImageMagick) is not even tried.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

/** What the decoder calls each kind; AVIF is HEIF with AV1 in it, and HEIC is not taken. */
const isOfKind = ({ format, compression }: Metadata, kind: PictureKind): boolean =>
  kind === 'avif' ? format === 'heif' && compression === 'av1' : format === kind;

/** The most pixels of a picture that comes so. */
function mostPixels(kind: PictureKind, { isProgressive }: Metadata): number {
  if (kind === 'avif') return MOST_PIXELS_AVIF;
  return kind === 'webp' || isProgressive === true ? MOST_PIXELS_WHOLE : MOST_PIXELS;
}

/** What the header says against unpacking it. */
function wrongInHeader(header: Metadata, kind: PictureKind): PictureProblem | null {
  if (!isOfKind(header, kind)) return { key: 'pictures_problem_kind' };
  if ((header.pages ?? 1) > 1) return { key: 'pictures_problem_moving' };
  const sides = [header.width, header.height];
  if (Math.max(...sides) > MOST_SIDE) return { key: 'pictures_problem_large', params: { most: MOST_SIDE } };
  if (Math.min(...sides) < LEAST_SIDE)
    return { key: 'pictures_problem_small', params: { least: LEAST_SIDE } };
  const most = mostPixels(kind, header);
  return header.width * header.height > most
    ? { key: 'pictures_problem_pixels', params: { most: most / 1_000_000 } }
    : null;
}

type Pixels = { data: Buffer; info: OutputInfo };

/** Turned upright, in sRGB, on white, and no larger than what is kept. */
const unpack = (bytes: Uint8Array): Promise<Pixels> =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: WIDTHS[2], height: MOST_HEIGHT, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });

async function filesOf({ data, info: { width, height, channels } }: Pixels): Promise<PictureFile[]> {
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const files: PictureFile[] = [];
  for (const wide of [...WIDTHS.filter((most) => most < width), width]) {
    const { data: content, info } = await pixels()
      .resize({ width: wide })
      .webp({ quality: 80, effort: 4 })
      .toBuffer({ resolveWithObject: true });
    files.push({ name: `${info.width}.webp`, width: info.width, height: info.height, content });
  }
  // One for whoever cannot show WebP: old readers, previews in other services, documents.
  const content = await pixels().jpeg({ quality: 82, mozjpeg: true }).toBuffer();
  return [...files, { name: `${width}.jpg`, width, height, content }];
}

function digestOf(files: readonly PictureFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name} ${content.length}\n`).update(content);
  return hash.digest('hex');
}

/** Makes a picture anew from what somebody sent: only its pixels are kept, nothing that was written beside them. */
export async function developPicture(bytes: Uint8Array): Promise<Result<DevelopedPicture, PictureProblem>> {
  if (bytes.length === 0) return refuse({ key: 'pictures_problem_empty' });
  if (bytes.length > MOST_BYTES)
    return refuse({ key: 'pictures_problem_bytes', params: { most: MOST_BYTES / 1_000_000 } });
  const kind = pictureKind(bytes);
  if (kind === null) return refuse({ key: 'pictures_problem_kind' });
  try {
    // Without a limit of pixels, so that the reader learns which limit it was; nothing is unpacked for it.
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const wrong = wrongInHeader(header, kind);
    if (wrong) return refuse(wrong);
    const pixels = await unpack(bytes);
    const files = await filesOf(pixels);
    const { width, height } = pixels.info;
    return done({ digest: digestOf(files), width, height, files });
  } catch {
    // The libraries throw for whatever they cannot read; their words are no reader's.
    return refuse({ key: 'pictures_problem_broken' });
  }
}
