import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether Debian's poppler-utils and qpdf are here; tests that read a PDF with them are counted as skipped where not. */
export const hasPdfTools = ['pdfinfo', 'pdftotext', 'qpdf'].every((program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // An older pdfinfo ends with 99 after it has said its version.
    return (error as { code?: string }).code !== 'ENOENT';
  }
});

async function read(pdf: Uint8Array, program: string, args: (file: string) => string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nacre-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return (await run(program, args(file), { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The words of a PDF in the order that they were set, each line break and run of spaces as one space. */
export const pdfText = async (pdf: Uint8Array): Promise<string> =>
  (await read(pdf, 'pdftotext', (file) => ['-raw', '-enc', 'UTF-8', file, '-'])).replace(/\s+/g, ' ');

/** Title, language and so on, as pdfinfo says them. */
export const pdfInfo = (pdf: Uint8Array): Promise<string> => read(pdf, 'pdfinfo', (file) => [file]);

/** The structure tree with its texts. */
export const pdfStructure = (pdf: Uint8Array): Promise<string> =>
  read(pdf, 'pdfinfo', (file) => ['-struct-text', file]);

/** The objects of a PDF in readable form; rejects when qpdf finds a fault. */
export async function pdfObjects(pdf: Uint8Array): Promise<string> {
  await read(pdf, 'qpdf', (file) => ['--check', file]);
  return read(pdf, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);
}
