import { done, refuse, type Result } from '#platform/result.ts';
import { FORM_BYTES, MOST_BYTES, MOST_PARTS } from './limits.ts';
import type { PictureProblem } from './model.ts';
import { boundaryOf, splitUpload, withoutLastPart } from './split-upload.ts';
import { throughUploadGate } from './upload-gate.ts';

/** The most bytes of a form that are held in memory. */
const UPLOAD_BYTES = MOST_BYTES + FORM_BYTES;

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
    const read = await readUpload(request, fileName);
    return read.ok ? done(await work(read.value.form, read.value.file)) : read;
  });
  return outcome === 'busy' ? problem('pictures_problem_busy') : outcome;
}

type Read = { form: FormData; file: UploadedFile };

async function readUpload(request: Request, fileName: string): Promise<Result<Read, PictureProblem>> {
  const type = request.headers.get('content-type') ?? '';
  const mark = boundaryOf(type);
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (mark === null || !Number.isSafeInteger(length)) return problem('pictures_problem_form');
  try {
    if (length > UPLOAD_BYTES) {
      const begun = await bytesOf(request, FORM_BYTES);
      return done({ form: await fieldsOf(withoutLastPart(begun, mark), type, mark), file: tooLarge });
    }
    const split = splitUpload(await bytesOf(request, length), mark, fileName);
    if (!split) return problem('pictures_problem_form');
    const form = await fieldsOf(split.fields, type, mark);
    return done({ form, file: takenFile(split.file, form.get(fileName)) });
  } catch {
    // Cut short, or no form: the parser's words are no reader's.
    return problem('pictures_problem_form');
  }
}

/** The first bytes of a body, at most so many; what comes after them is not asked for. */
async function bytesOf({ body }: Request, most: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(most);
  const reader = body?.getReader();
  let size = 0;
  while (reader && size < most) {
    const { value, done: isOver } = (await reader.read()) as ReadableStreamReadResult<Uint8Array>;
    if (isOver) break;
    bytes.set(value.subarray(0, most - size), size);
    size += value.length;
  }
  return bytes.subarray(0, Math.min(size, most));
}

/** The fields of a form without its file. Throws where there are too many, or it is none. */
async function fieldsOf(fields: Buffer<ArrayBuffer>, type: string, mark: string): Promise<FormData> {
  // Ten megabytes can hold a hundred thousand parts: they are counted before any of them is made.
  if (fields.length > FORM_BYTES || countUpTo(fields, `--${mark}`, MOST_PARTS + 1) > MOST_PARTS)
    throw new RangeError('too much in one form');
  return new Response(fields, { headers: { 'content-type': type } }).formData();
}

/** How often a text is in the bytes, counted to `most` and no further. */
function countUpTo(bytes: Buffer, text: string, most: number): number {
  let count = 0;
  for (let from = bytes.indexOf(text); from >= 0 && count < most; from = bytes.indexOf(text, from + 1))
    count += 1;
  return count;
}

/** The file, if it is the last part; `other`: what stands under its name elsewhere in the form. */
function takenFile(file: Buffer | null, other: FormDataEntryValue | null): UploadedFile {
  // A browser sends an empty file without a name where none was chosen. One that is not the last part is no browser's of ours.
  if (file === null)
    return other === null || isUnchosen(other) ? done(null) : problem('pictures_problem_form');
  if (file.length === 0) return problem('pictures_problem_empty');
  return file.length > MOST_BYTES ? tooLarge : done(file);
}

const isUnchosen = (entry: FormDataEntryValue): boolean =>
  typeof entry === 'string' ? entry === '' : entry.size === 0 && entry.name === '';
