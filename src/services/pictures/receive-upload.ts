import { done, refuse, type Result } from '#platform/result.ts';
import { FORM_BYTES, MOST_BYTES, MOST_PARTS } from './limits.ts';
import type { PictureProblem } from './model.ts';
import { throughUploadGate } from './upload-gate.ts';

/** The most bytes of a form that are held in memory. */
export const UPLOAD_BYTES = MOST_BYTES + FORM_BYTES;

/** The file of a form: its bytes, null where none was chosen, or why it was not taken. */
export type UploadedFile = Result<Uint8Array | null, PictureProblem>;

const problem = (key: PictureProblem['key']): { ok: false; refusal: PictureProblem } => refuse({ key });
const tooLarge: UploadedFile = refuse({
  key: 'pictures_problem_bytes',
  params: { most: MOST_BYTES / 1_000_000 },
});

/**
 * Reads a form (multipart/form-data) with one file, its last field, and does the work with it; a problem where it cannot be read, or too
 * many others send pictures just now. Of a form that is too large the fields before the file are read and the rest never: what
 * somebody typed beside it is not lost. Nothing is held in memory until there is room for it.
 */
export async function receiveUpload<T>(
  request: Request,
  fileName: string,
  work: (form: FormData, file: UploadedFile) => Promise<T>,
): Promise<Result<T, PictureProblem>> {
  const outcome = await throughUploadGate(async (): Promise<Result<T, PictureProblem>> => {
    const read = await readForm(request, fileName);
    return read.ok ? done(await work(read.value.form, read.value.file)) : read;
  });
  return outcome === 'busy' ? problem('pictures_problem_busy') : outcome;
}

type Read = { form: FormData; file: UploadedFile };

async function readForm(request: Request, fileName: string): Promise<Result<Read, PictureProblem>> {
  const type = request.headers.get('content-type') ?? '';
  const mark = boundaryOf(type);
  if (mark === null) return problem('pictures_problem_form');
  const isTooLarge = Number(request.headers.get('content-length') ?? Infinity) > UPLOAD_BYTES;
  try {
    const begun = await bytesOf(request, isTooLarge ? FORM_BYTES : UPLOAD_BYTES);
    const body = isTooLarge ? withoutLastPart(begun, mark) : begun;
    // Ten megabytes can hold a hundred thousand parts: they are counted before any of them is made.
    if (countUpTo(body, `--${mark}`, MOST_PARTS + 1) > MOST_PARTS) return problem('pictures_problem_form');
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return done({ form, file: isTooLarge ? tooLarge : await fileOf(form, fileName) });
  } catch {
    // Cut short, or no form: the parser's words are no reader's.
    return problem('pictures_problem_form');
  }
}

/** What stands between the parts of the form; null where it is no form with parts. */
function boundaryOf(type: string): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(type) ?? [];
  return quoted ?? plain ?? null;
}

/** The first bytes of a body, at most so many; what comes after them is not asked for. */
async function bytesOf({ body }: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader && size < most;) {
    const { value, done: isOver } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (isOver) break;
    chunks.push(value);
    size += value.length;
  }
  return Buffer.concat(chunks);
}

/** A form that was cut short, ended before the part that is not whole. */
function withoutLastPart(begun: Buffer, mark: string): Buffer<ArrayBuffer> {
  const last = begun.lastIndexOf(`--${mark}`);
  return Buffer.concat([begun.subarray(0, Math.max(0, last)), Buffer.from(`--${mark}--\r\n`)]);
}

/** How often a text is in the bytes, counted to `most` and no further. */
function countUpTo(bytes: Buffer, text: string, most: number): number {
  let count = 0;
  for (let from = bytes.indexOf(text); from >= 0 && count < most; from = bytes.indexOf(text, from + 1))
    count += 1;
  return count;
}

async function fileOf(form: FormData, name: string): Promise<UploadedFile> {
  const file = form.get(name);
  if (!(file instanceof File)) return done(null);
  // A browser sends an empty file without a name where none was chosen.
  if (file.size === 0) return file.name === '' ? done(null) : problem('pictures_problem_empty');
  return file.size > MOST_BYTES ? tooLarge : done(new Uint8Array(await file.arrayBuffer()));
}
