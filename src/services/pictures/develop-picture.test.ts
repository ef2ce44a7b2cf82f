import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  blackPng,
  foreign,
  place,
  resizedHeader,
  samplePhoto,
  samplePicture,
  stripes,
  withComment,
} from '../../../tests/setup/sample-pictures.ts';
import { developPicture } from './develop-picture.ts';
import { pictureNames } from './picture-names.ts';
import type { DevelopedPicture } from './model.ts';

async function developed(bytes: Uint8Array): Promise<DevelopedPicture> {
  const picture = await developPicture(bytes);
  if (!picture.ok) throw new Error(picture.refusal.key);
  return picture.value;
}
const problem = async (bytes: Uint8Array): Promise<unknown> => {
  const picture = await developPicture(bytes);
  return picture.ok ? 'taken' : picture.refusal;
};
const textIn = ({ files }: DevelopedPicture): string =>
  files.map(({ content }) => Buffer.from(content).toString('latin1')).join('');

describe('a picture that is taken', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'may be %s, and is kept in our own kinds',
    async (kind) => {
      const { files, width, height } = await developed(
        await samplePicture(kind, { width: 2000, height: 1000 }),
      );
      expect([width, height]).toEqual([1600, 800]);
      expect(files.map(({ name }) => name)).toEqual(['480.webp', '960.webp', '1600.webp', '1600.jpg']);
      for (const { name, content, ...sides } of files) {
        const { format, ...header } = await sharp(content).metadata();
        expect(`${header.width}.${format === 'jpeg' ? 'jpg' : format}`).toBe(name);
        expect({ width: header.width, height: header.height }).toEqual(sides);
      }
    },
  );

  it('is never made larger, and its files are called as pages expect', async () => {
    for (const [wide, names] of [
      [400, ['400.webp', '400.jpg']],
      [480, ['480.webp', '480.jpg']],
      [700, ['480.webp', '700.webp', '700.jpg']],
    ] as const) {
      const picture = await developed(await samplePicture('png', { width: wide, height: 330 }));
      expect(picture.files.map(({ name }) => name)).toEqual(names);
      const { webp, jpeg } = pictureNames(picture);
      expect([...webp.map(({ name }) => name), jpeg]).toEqual(names);
    }
  });

  it('that is high is kept less wide', async () => {
    const { width, height } = await developed(await samplePicture('jpeg', { width: 2000, height: 4000 }));
    expect([width, height]).toEqual([1200, 2400]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s from a telephone stands upright and says nothing of place, time, camera or colours',
    async (kind) => {
      const photo = await samplePhoto(kind);
      const before = await sharp(photo).metadata();
      expect(before.exif?.includes(Buffer.from(foreign))).toBe(true);
      expect([before.orientation, before.xmp !== undefined, before.icc !== undefined]).toEqual([
        6,
        true,
        true,
      ]);
      const picture = await developed(photo);
      expect([picture.width, picture.height]).toEqual([800, 1200]);
      for (const { content } of picture.files) {
        const { exif, xmp, icc, iptc, orientation, space, comments } = await sharp(content).metadata();
        expect({ exif, xmp, icc, iptc, orientation, comments }).toEqual({});
        expect(space).toBe('srgb');
      }
      const text = textIn(picture);
      for (const word of [
        foreign,
        'Exif',
        'GPS',
        'xmpmeta',
        'ICC_PROFILE',
        'ICCP',
        '2026:06:24',
        place.GPSLatitude,
      ])
        expect(text).not.toContain(word);
    },
  );

  it('keeps its colours when they leave their profile', async () => {
    const red = (image: Sharp) => image.jpeg({ quality: 100 }).toBuffer();
    const flat = () => sharp({ create: { width: 400, height: 400, channels: 3, background: '#c04020' } });
    const [plain, wide] = [await red(flat()), await red(flat().withIccProfile('p3'))];
    const colour = async (bytes: Buffer) => {
      const { files } = await developed(bytes);
      const { channels } = await sharp(files.at(-1)?.content).stats();
      return channels.map(({ mean }) => Math.round(mean));
    };
    const [one, other] = [await colour(plain), await colour(wide)];
    for (const channel of [0, 1, 2])
      expect(Math.abs((one[channel] ?? 0) - (other[channel] ?? 999))).toBeLessThan(4);
  });

  it('that is see-through stands on white', async () => {
    const clear = await sharp({ create: { width: 400, height: 400, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { files } = await developed(clear);
    expect((await sharp(files[0]?.content).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it('has the same address when it comes twice, and another when a pixel differs', async () => {
    const [a, b, other] = await Promise.all([
      developed(await samplePicture('png')),
      developed(withoutNothing(await samplePicture('png'))),
      developed(await samplePicture('png', { shade: 9 })),
    ]);
    expect(a.digest).toBe(b.digest);
    expect(a.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(other.digest).not.toBe(a.digest);
  });

  it('and is something else besides is only a picture afterwards', async () => {
    const html = Buffer.from(`<script>${foreign}</script>`);
    const jpeg = await samplePicture('jpeg');
    for (const bytes of [
      withComment(jpeg, html),
      Buffer.concat([jpeg, html]),
      Buffer.concat([await samplePicture('png'), html]),
    ])
      expect(textIn(await developed(bytes))).not.toContain(foreign);
  });
});

const withoutNothing = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.from('after its end')]);

describe('what is not taken', () => {
  it('is named, whatever the file is called', async () => {
    expect(await problem(Buffer.alloc(0))).toEqual({ key: 'pictures_problem_empty' });
    expect(await problem(Buffer.alloc(10_000_001, 1))).toEqual({
      key: 'pictures_problem_bytes',
      params: { most: 10 },
    });
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>',
      '%PDF-1.7',
      'GIF89a',
      'x',
    ])
      expect([text, await problem(Buffer.from(text))]).toEqual([text, { key: 'pictures_problem_kind' }]);
    expect(await problem(await stripes(400, 400).gif().toBuffer())).toEqual({ key: 'pictures_problem_kind' });
  });

  it('has too many pixels, said before any is unpacked', async () => {
    const before = process.memoryUsage.rss();
    expect(await problem(blackPng(10_000, 10_000))).toEqual({
      key: 'pictures_problem_pixels',
      params: { most: 50 },
    });
    expect(await problem(blackPng(100_000, 400))).toEqual({
      key: 'pictures_problem_large',
      params: { most: 12_000 },
    });
    expect(await problem(resizedHeader(await samplePicture('jpeg'), 65_500, 65_500))).toMatchObject({
      key: 'pictures_problem_large',
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
    expect(await problem(blackPng(16, 16))).toEqual({
      key: 'pictures_problem_small',
      params: { least: 320 },
    });
  });

  it('moves', async () => {
    const frames = { width: 400, height: 1200, channels: 3 as const, pageHeight: 400 };
    const pixels = Buffer.from(Array.from({ length: 400 * 1200 * 3 }, (_, n) => (n / 480_000) * 80));
    const moving = await sharp(pixels, { raw: frames })
      .webp({ loop: 0, delay: [100, 100, 100] })
      .toBuffer();
    expect(await problem(moving)).toEqual({ key: 'pictures_problem_moving' });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('is %s cut short, wherever', async (kind) => {
    const bytes = await samplePicture(kind, { width: 500, height: 400 });
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9])
      expect([part, await problem(bytes.subarray(0, Math.floor(bytes.length * part)))]).toEqual([
        part,
        { key: 'pictures_problem_broken' },
      ]);
  });
});
