import { describe, expect, it } from 'vitest';
import { hostileForms } from '../../../tests/setup/hostile-forms.ts';
import { multipart } from '../../../tests/web/upload.ts';
import { receiveUpload } from './receive-upload.ts';

type Sent = { body: Uint8Array; contentType: string };
const requestOf = ({ body, contentType }: Sent, length = body.length): Request =>
  new Request('http://nacre.example/', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': contentType, 'content-length': String(length) },
  });
const received = (sent: Sent, length?: number) =>
  receiveUpload(requestOf(sent, length), 'picture', (form, file) =>
    Promise.resolve({
      fields: [...form].filter(([name]) => name !== 'picture'),
      file: file.ok ? file.value && Buffer.from(file.value).toString() : file.refusal,
    }),
  );

describe('a form with a file', () => {
  it('is read, its file as bytes without name or type', async () => {
    const sent = multipart([['base', '3']], {
      bytes: Buffer.from('pixels'),
      fileName: '../x.html',
      contentType: 'text/html',
    });
    expect(await received(sent)).toEqual({ ok: true, value: { fields: [['base', '3']], file: 'pixels' } });
  });

  it('without a chosen file brings none, and an empty file is named as such', async () => {
    const none = { bytes: new Uint8Array(), fileName: '' };
    expect(await received(multipart([], none))).toMatchObject({ value: { file: null } });
    expect(await received(multipart([['base', '3']]))).toMatchObject({ value: { file: null } });
    expect(await received(multipart([], { bytes: new Uint8Array(), fileName: 'a.png' }))).toMatchObject({
      value: { file: { key: 'pictures_problem_empty' } },
    });
  });

  it('that is too large keeps what was typed beside it, and is not read to its end', async () => {
    const sent = multipart(
      [
        ['base', '3'],
        ['pictureAlt', 'A boat'],
      ],
      { bytes: Buffer.alloc(2_000_000, 'x') },
    );
    expect(await received(sent, 30_000_000)).toEqual({
      ok: true,
      value: {
        fields: [
          ['base', '3'],
          ['pictureAlt', 'A boat'],
        ],
        file: { key: 'pictures_problem_bytes', params: { most: 10 } },
      },
    });
  });

  it.each(hostileForms(Buffer.from('pixels')).map(({ name, ...form }) => [name, form] as const))(
    'is refused, or nothing but a form: %s',
    async (_name, { expected, ...sent }) => {
      const outcome = await received(sent);
      if (expected === 'clean') expect(outcome).toMatchObject({ ok: true, value: { file: 'pixels' } });
      else if (!outcome.ok) expect(expected).toContain(outcome.refusal.key);
      // What came is a file, if not a picture: that is decided later.
      else expect(expected.some((key) => key === 'either' || key === 'pictures_problem_kind')).toBe(true);
    },
  );
});
