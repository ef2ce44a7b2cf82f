/** A form as it came, its file apart: the fields before it, still as a form, and its bytes. `file`: null where the last part is none. */
export interface SplitUpload {
  readonly fields: Buffer<ArrayBuffer>;
  readonly file: Buffer | null;
}

/** More than the head of a part needs: the longest file names of a disk have 255 letters. */
const MOST_HEAD = 16 * 1024;

/** What stands between the parts of a form (multipart/form-data); null where it is no such form. */
export function boundaryOf(type: string): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(type) ?? [];
  return quoted ?? plain ?? null;
}

const ended = (fields: Buffer, mark: string): Buffer<ArrayBuffer> =>
  Buffer.concat([fields, Buffer.from(`--${mark}--\r\n`)]);

/** A form of which only the first bytes were read, ended before the part that is not whole. */
export function withoutLastPart(begun: Buffer, mark: string): Buffer<ArrayBuffer> {
  return ended(begun.subarray(0, Math.max(0, begun.lastIndexOf(`--${mark}`))), mark);
}

/**
 * Takes the file out of a form whose last part it is, without copying it: parsers of whole forms hold a file of ten megabytes five times.
 * `fileName`: how its field is called. Undefined where the form does not end as one.
 */
export function splitUpload(body: Buffer, mark: string, fileName: string): SplitUpload | undefined {
  const end = body.lastIndexOf(`--${mark}--`);
  if (end < 0) return undefined;
  const start = end === 0 ? -1 : body.lastIndexOf(`--${mark}\r\n`, end - 1);
  const head = start < 0 ? -1 : body.indexOf('\r\n\r\n', start);
  if (head < 0 || head > end || head - start > MOST_HEAD) return { fields: Buffer.from(body), file: null };
  const said = body.toString('latin1', start, head);
  const isFile = new RegExp(`;\\s*name="${fileName}"`, 'i').test(said) && /;\s*filename="(?!")/i.test(said);
  if (!isFile) return { fields: Buffer.from(body), file: null };
  return {
    fields: ended(body.subarray(0, start), mark),
    file: body.subarray(head + 4, Math.max(head + 4, end - 2)),
  };
}
