import { randomUUID } from 'node:crypto';
import type { FormReader } from './form-reader.ts';

/** A file as a form sends it. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly contentType?: string;
}

/** A form with parts, as a browser writes it; the file last. Returns its bytes and their type. */
export function multipart(
  fields: readonly (readonly [name: string, value: string])[],
  file?: SentFile,
  boundary = `----nacre${randomUUID()}`,
): { body: Buffer; contentType: string } {
  const quoted = (text: string) =>
    text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const parts = fields.map(([name, value]) =>
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
    ),
  );
  if (file) {
    const { fileName = 'photo.jpg', contentType = 'image/jpeg' } = file;
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="picture"; filename="${quoted(fileName)}"\r\n` +
          `Content-Type: ${contentType}\r\n\r\n`,
      ),
      Buffer.from(file.bytes),
      Buffer.from('\r\n'),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${boundary}` };
}

/** What the page of pictures holds in its fields, as its form would send it. */
export function pictureFields(reader: FormReader): [string, string][] {
  const value = (selector: string, name: string): [string, string][] =>
    reader.page.querySelectorAll(selector).map((field) => {
      const chosen = field.querySelector('option[selected]')?.getAttribute('value');
      const typed = field.tagName === 'TEXTAREA' ? field.text : field.getAttribute('value');
      return [name, chosen ?? typed ?? ''];
    });
  return [
    ...value('input[name=base]', 'base'),
    ...['pictureDigest', 'pictureAlt', 'pictureCredit', 'pictureLicence'].flatMap((name) =>
      value(`main [name=${name}]`, name),
    ),
  ];
}

/** Presses a button of the page of pictures, with what its fields hold and these in their place. */
export async function pressPictures(
  reader: FormReader,
  act: string,
  { file, change = {} }: { file?: SentFile; change?: Record<string, string> } = {},
): Promise<void> {
  const fields = pictureFields(reader).map(([name, value]): [string, string] => [
    name,
    change[name] ?? value,
  ]);
  const { body, contentType } = multipart([...fields, ['act', act]], file);
  await reader.send(reader.path.replace(/[?#].*/, ''), body, contentType);
}
