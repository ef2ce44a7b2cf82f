import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeContent } from '../../src/domains/practices/testing.ts';
import { seededRandom } from '../../bench/seeded-random.ts';
import { hostileForms } from '../setup/hostile-forms.ts';
import { hostileKinds } from '../setup/hostile-pictures.ts';
import { foreign, samplePhoto, samplePicture, type SampleKind } from '../setup/sample-pictures.ts';
import type { FormReader } from './form-reader.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';
import { multipart, pressPictures, type SentFile } from './upload.ts';

const app = await runningApp({ NACRE_SECRET: testSecret });
type Writer = Awaited<ReturnType<typeof signedInAs>>;

/** A draft of this person with nothing missing. */
async function wholeDraft(owner: Writer, title = 'Krasta kāpnes'): Promise<number> {
  const { id } = await app.db
    .insertInto('practice_draft')
    .values({ language: 'lv', owner_id: owner.personId, once_token: randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto('practice_draft_version')
    .values({
      draft_id: id,
      number: 1,
      author_id: owner.personId,
      written_at: new Date(),
      content: JSON.stringify({ ...wholeContent, title }),
      changed: ['title'],
    })
    .execute();
  return id;
}
const pictureOn = (reader: FormReader) => reader.page.querySelector('main fieldset img');
const shown = async (reader: FormReader, path: string) => {
  const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return app.ask(path, { headers: { cookie } });
};
const described = {
  pictureAlt: 'Kāpnes pie upes',
  pictureCredit: 'Kultūras biedrība',
  pictureLicence: 'CC BY 4.0',
};

describe('a picture, without JavaScript', () => {
  it('goes from a telephone to the readers of the practice: upright, described, and without a word of where it was taken', async () => {
    const writer = await signedInAs(app, 'Paula');
    const editor = await signedInAs(app, 'Edith', [{ role: 'editor', scope: '' }]);
    const draft = await wholeDraft(writer);
    await writer.open(`/en/contribute/${draft}/pictures`);
    await pressPictures(writer, 'add', { file: { bytes: await samplePhoto(), fileName: 'IMG_1.jpg' } });
    expect(writer.problems).toEqual([]);
    const image = pictureOn(writer)?.getAttribute('src') ?? '';
    expect(image).toMatch(new RegExp(`^/en/contribute/${draft}/pictures/[0-9a-f]{64}/480.webp$`));
    const seen = await shown(writer, image);
    expect([seen.status, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ]);
    // Of a draft: nobody else sees it, whether signed in or not.
    expect((await shown(editor, image)).status).toBe(404);
    expect((await app.ask(image)).status).toBe(404);
    const digest = image.split('/').at(-2) ?? '';
    expect((await app.ask(`/pictures/${digest}/480.webp`)).status).toBe(404);

    await writer.open(`/en/contribute/${draft}`);
    expect(writer.page.querySelector('main')?.text).toContain('Picture 1: please write what it shows.');
    await writer.open(`/en/contribute/${draft}/pictures`);
    await pressPictures(writer, 'next', { change: described });
    expect(writer.path).toBe(`/en/contribute/${draft}/sources`);
    await writer.open(`/en/contribute/${draft}/preview`);
    expect(writer.page.querySelector('article figure img')?.getAttribute('alt')).toBe('Kāpnes pie upes');
    await writer.open(`/en/contribute/${draft}`);
    await writer.press('Hand in');
    await editor.open(`/en/contribute/${draft}/review`);
    await editor.press('Take for review');
    expect(editor.page.querySelectorAll('form figure img')).toHaveLength(1);
    await editor.press('Publish');

    const page = await app.page('/en/practices/krasta-kapnes');
    const figure = page.querySelector('article header figure');
    const cover = figure?.querySelector('img');
    expect([cover?.getAttribute('width'), cover?.getAttribute('height')]).toEqual(['800', '1200']);
    expect([cover?.getAttribute('alt'), cover?.getAttribute('lang')]).toEqual(['Kāpnes pie upes', 'lv']);
    expect(figure?.querySelector('figcaption')?.text.replace(/\s+/g, ' ').trim()).toBe(
      'Picture: Kultūras biedrība · CC BY 4.0',
    );
    const files = [
      cover?.getAttribute('src') ?? '',
      ...(cover?.getAttribute('srcset') ?? '').split(', ').map((one) => one.split(' ')[0] ?? ''),
    ];
    expect(files).toEqual(['800.jpg', '480.webp', '800.webp'].map((name) => `/pictures/${digest}/${name}`));
    for (const path of files) {
      const { status, headers, sent } = await app.ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': path.endsWith('jpg') ? 'image/jpeg' : 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(headers['content-disposition']).toBe(`inline; filename="picture-${path.split('/').at(-1)}"`);
      for (const word of [foreign, 'Exif', 'GPS', 'xmpmeta', 'IMG_1'])
        expect(sent.includes(word)).toBe(false);
      expect((await app.ask(path, { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(304);
    }
    expect(page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toMatch(/800\.jpg$/);
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.text ?? '{}') as {
      image: { contentUrl: string; creditText: string }[];
    };
    expect(data.image).toMatchObject([{ creditText: 'Kultūras biedrība', width: 800, height: 1200 }]);
    const list = await app.ask(`/en/practices.json?q=${encodeURIComponent('Krasta kāpnes')}`);
    const [item] = (JSON.parse(list.text) as { items: { picture: { url: string } | null }[] }).items;
    expect(item?.picture?.url).toMatch(/\/pictures\/[0-9a-f]{64}\/800\.jpg$/);
    const cards = (await app.page('/en/practices?q=Krasta')).querySelectorAll('article');
    const card = cards.find((one) => one.text.includes('Krasta kāpnes'));
    expect(card?.querySelector('img')?.getAttribute('src')).toBe(files[0]);

    await editor.open(`/en/contribute/${draft}/review`);
    await editor.press('Archive', { reason: 'Asked for by the town.' });
    expect((await app.ask(files[0] ?? '')).status).toBe(410);
  }, 60_000);

  it('is moved, made the cover, removed and brought back; what was typed meanwhile is kept', async () => {
    const writer = await signedInAs(app, 'Mover');
    const draft = await wholeDraft(writer);
    const page = `/en/contribute/${draft}/pictures`;
    await writer.open(page);
    for (const shade of [1, 2, 3])
      await pressPictures(writer, 'add', {
        file: { bytes: await samplePicture('png', { shade: shade * 20 }) },
      });
    const digests = () =>
      writer.page
        .querySelectorAll('input[name=pictureDigest]')
        .map((field) => field.getAttribute('value') ?? '');
    const [a, b, c] = digests() as [string, string, string];
    await pressPictures(writer, `cover:${c}`, { change: { pictureCredit: 'Museum' } });
    expect(digests()).toEqual([c, a, b]);
    await pressPictures(writer, `later:${c}`);
    expect(digests()).toEqual([a, c, b]);
    await pressPictures(writer, `remove:${c}`);
    expect(digests()).toEqual([a, b]);
    expect(writer.page.querySelector('[role=status]')?.text).toContain('The picture was removed.');
    await pressPictures(writer, `return:${c}`);
    expect(digests()).toEqual([a, b, c]);
    expect(
      writer.page.querySelectorAll('input[name=pictureCredit]').map((field) => field.getAttribute('value')),
    ).toEqual(['Museum', 'Museum', 'Museum']);
    await writer.open(`/en/contribute/${draft}/versions`);
    expect(writer.page.querySelector('main')?.text).toContain(`[${c.slice(0, 6)}]`);
  });
});

describe('an upload that means no good', () => {
  it('is refused in the reader’s language, and what was typed beside it is kept', async () => {
    const writer = await signedInAs(app, 'Wrong');
    const draft = await wholeDraft(writer);
    const page = `/de/contribute/${draft}/pictures`;
    await writer.open(page);
    await pressPictures(writer, 'add', { file: { bytes: await samplePicture('png') } });
    const attempts: [SentFile, string][] = [
      [
        { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), contentType: 'image/png' },
        'Diese Datei kann hier nicht als Bild verwendet werden.',
      ],
      [{ bytes: new Uint8Array(), fileName: 'a.png' }, 'Die Datei ist leer.'],
      [{ bytes: Buffer.alloc(10_000_001, 255) }, 'Die Datei ist größer als 10 MB.'],
      [{ bytes: Buffer.alloc(30_000_000, 255) }, 'Die Datei ist größer als 10 MB.'],
    ];
    for (const [n, [file, text]] of attempts.entries()) {
      await pressPictures(writer, 'add', { file, change: { pictureAlt: `Ein Boot ${n}` } });
      expect(writer.answer?.status).toBe(400);
      expect(writer.problems).toEqual([expect.stringContaining(text) as string]);
      expect(writer.page.querySelector('textarea[name=pictureAlt]')?.text).toBe(`Ein Boot ${n}`);
      expect(writer.page.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#picture');
    }
    await writer.open(page);
    expect(writer.page.querySelector('textarea[name=pictureAlt]')?.text).toBe('Ein Boot 3');
    await pressPictures(writer, 'add');
    expect(writer.problems).toEqual(['Bitte wählen Sie eine Datei.']);
  });

  it('of each kind is refused in words, or kept as nothing but pixels', async () => {
    const draw = seededRandom(20_261_201);
    const kinds: SampleKind[] = ['jpeg', 'png', 'webp', 'avif'];
    const samples = Object.fromEntries(
      await Promise.all(
        kinds.map(async (kind) => [kind, await samplePicture(kind, { width: 400, height: 400 })]),
      ),
    ) as Record<SampleKind, Buffer>;
    const photo = await samplePhoto();
    const writer = await signedInAs(app, 'Hostile');
    for (const [name, make] of Object.entries(hostileKinds)) {
      // The largest are for bench/hostile-uploads.ts.
      if (/as large as is taken|hundred megabytes/.test(name)) continue;
      const { bytes, fileName, contentType, expected } = await make({ random: draw, samples, photo });
      const draft = await wholeDraft(writer);
      await writer.open(`/en/contribute/${draft}/pictures`);
      await pressPictures(writer, 'add', { file: { bytes, fileName, contentType } });
      const files = await app.db
        .selectFrom('practice_draft_picture as d')
        .innerJoin('picture_file as f', 'f.digest', 'd.digest')
        .select('f.content')
        .where('d.draft_id', '=', draft)
        .execute();
      const isTaken = files.length > 0;
      if (expected === 'clean') expect([name, isTaken, writer.problems]).toEqual([name, true, []]);
      else if (!expected.includes('either')) expect([name, isTaken]).toEqual([name, false]);
      if (!isTaken) expect([name, writer.problems.length]).toEqual([name, 1]);
      for (const { content } of files)
        for (const word of [foreign, '<script', 'PK\u0003\u0004', '%PDF', 'Exif'])
          expect([name, word, content.includes(word, 0, 'latin1')]).toEqual([name, word, false]);
    }
    expect((await app.ask('/health')).status).toBe(200);
  }, 120_000);

  it('as a form that is none is refused in words, and the server stands', async () => {
    const writer = await signedInAs(app, 'Forms');
    for (const { name, body, contentType, expected } of hostileForms(await samplePicture('webp'))) {
      const draft = await wholeDraft(writer);
      await writer.send(`/fi/contribute/${draft}/pictures`, body, contentType);
      const status = writer.answer?.status ?? 0;
      if (expected === 'clean') expect([name, status, writer.problems]).toEqual([name, 200, []]);
      else if (status !== 200) {
        expect([name, status]).toEqual([name, 400]);
        expect([name, writer.problems.length]).toEqual([name, 1]);
      } else expect([name, expected.includes('either')]).toEqual([name, true]);
    }
  }, 60_000);

  it('finds no other page that takes so much, and none of a visitor’s is read', async () => {
    const writer = await signedInAs(app, 'Elsewhere');
    const draft = await wholeDraft(writer);
    const { body, contentType } = multipart([['base', '1']], { bytes: Buffer.alloc(2_000_000) });
    await writer.send(`/en/contribute/${draft}/place`, body, contentType);
    expect(writer.answer?.status).toBe(400);
    const visitor = await app.ask(`/en/contribute/${draft}/pictures`, {
      method: 'POST',
      body,
      headers: {
        accept: 'text/html',
        'content-type': contentType,
        origin: app.origin.replace('localhost', '127.0.0.1'),
      },
    });
    expect([visitor.status, visitor.headers.location]).toEqual([
      303,
      `/en/sign-in?${new URLSearchParams({ to: `/en/contribute/${draft}/pictures` })}`,
    ]);
    const [stranger, foreignSite] = [await signedInAs(app, 'Stranger'), await signedInAs(app, 'Foreign')];
    await stranger.send(`/en/contribute/${draft}/pictures`, body, contentType);
    expect(stranger.answer?.status).toBe(404);
    expect(stranger.answer?.text).not.toContain('Krasta');
    const cookie = [...foreignSite.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const across = await app.ask(`/en/contribute/${draft}/pictures`, {
      method: 'POST',
      body,
      headers: { 'content-type': contentType, cookie, origin: 'https://evil.example' },
    });
    expect(across.status).toBe(403);
  });
});
