import sharp, { type Sharp } from 'sharp';
import { crc32, deflateSync } from 'node:zlib';

/** What must never be found in what is served: each sample carries it somewhere beside its pixels. */
export const foreign = 'NACRE-FOREIGN-WORDS';

/** Where the sample's photographer stood, as EXIF writes it: 57° 32′ 11″ north. */
export const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '57/1 32/1 11/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '25/1 25/1 0/1',
};

export type SampleKind = 'jpeg' | 'png' | 'webp' | 'avif';

/** A picture of coloured stripes, so that its pixels can be told apart from noise. Sides in pixels. */
export function stripes(width = 900, height = 600, shade = 0): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0, n = 0; at < data.length; at += 3, n += 1) {
    const [x, y] = [n % width, Math.floor(n / width)];
    data[at] = (x * 255) / width;
    data[at + 1] = (y * 255) / height;
    data[at + 2] = (((x >> 5) + (y >> 5)) % 2) * 120 + (shade % 120);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const written = (image: Sharp, kind: SampleKind): Sharp =>
  ({
    jpeg: () => image.jpeg({ quality: 85 }),
    png: () => image.png(),
    webp: () => image.webp(),
    avif: () => image.avif({ effort: 0 }),
  })[kind]();

/** A sound picture, without anything beside its pixels. */
export const samplePicture = (
  kind: SampleKind,
  { width = 900, height = 600, shade = 0 }: { width?: number; height?: number; shade?: number } = {},
): Promise<Buffer> => written(stripes(width, height, shade), kind).toBuffer();

/** A photo as a telephone writes it: place, camera, words, a profile of colours, and lying on its side (EXIF orientation 6). */
export const samplePhoto = (kind: SampleKind = 'jpeg'): Promise<Buffer> =>
  written(
    stripes(1200, 800)
      .withExif({
        IFD0: { Make: foreign, ImageDescription: foreign },
        IFD2: { DateTimeOriginal: '2026:06:24 21:15:00' },
        IFD3: place,
      })
      .withXmp(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${foreign}"/></rdf:RDF></x:xmpmeta>`,
      )
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3'),
    kind,
  ).toBuffer();

/** One chunk of a PNG file. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A PNG of one bit a pixel, all black: a hundred megapixels take some twelve kilobytes. `extra`: chunks before its pixels. */
export function blackPng(width: number, height: number, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = Math.ceil(width / 8) + 1;
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(Buffer.alloc(row * height), { level: 9 })),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** A chunk of text that takes little and unpacks to so many megabytes. */
export const textBomb = (megabytes: number): Buffer =>
  pngChunk(
    'zTXt',
    Buffer.concat([
      Buffer.from('Comment\0\0', 'latin1'),
      deflateSync(Buffer.alloc(megabytes * 1_000_000, 65)),
    ]),
  );

/** The JPEG with other sides in its header than its pixels have. */
export function resizedHeader(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  for (let at = 2; at < changed.length - 9;) {
    const marker = changed[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      changed.writeUInt16BE(height, at + 5);
      changed.writeUInt16BE(width, at + 7);
      return changed;
    }
    at += 2 + changed.readUInt16BE(at + 2);
  }
  throw new Error('no frame in this JPEG');
}

/** The JPEG with a comment of these bytes right after its beginning. */
export function withComment(jpeg: Buffer, comment: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xfffe, 0);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
}

/** The header of a lossless WebP that says it is as large as can be, and nothing of its pixels. */
export function hugeWebp(): Buffer {
  const bits = Buffer.alloc(10);
  bits[0] = 0x2f;
  bits.writeUInt32LE(((16_382 << 14) | 16_382) >>> 0, 1);
  const file = Buffer.alloc(20 + bits.length);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WEBPVP8L', 8, 'latin1');
  file.writeUInt32LE(bits.length, 16);
  bits.copy(file, 20);
  return file;
}

/** The AVIF with other sides in its properties than its pixels have. */
export function resizedAvif(avif: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(avif);
  const at = changed.indexOf('ispe', 0, 'latin1');
  if (at < 0) throw new Error('no sides in this AVIF');
  changed.writeUInt32BE(width, at + 8);
  changed.writeUInt32BE(height, at + 12);
  return changed;
}
