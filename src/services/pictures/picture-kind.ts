import type { PictureKind } from './model.ts';

const at = (bytes: Uint8Array, from: number, text: string): boolean =>
  bytes.length >= from + text.length && [...text].every((sign, n) => bytes[from + n] === sign.charCodeAt(0));

/** Brands of ISO media files that are still AVIF pictures (AV1 Image File Format 1.1, chapter 10). `avis` is a sequence. */
const isAvif = (bytes: Uint8Array): boolean => {
  if (!at(bytes, 4, 'ftyp')) return false;
  const size = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  // The brand that the file is of, then those that it can be read as.
  for (let from = 8; from < Math.min(size, bytes.length, 256); from += 4)
    if (from !== 12 && at(bytes, from, 'avif')) return true;
  return false;
};

/** What the bytes begin as; null for every kind that is not taken. What sender and file name say is not looked at. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp';
  return isAvif(bytes) ? 'avif' : null;
}
