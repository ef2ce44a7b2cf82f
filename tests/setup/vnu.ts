import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const jar = join(
  dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
  'build/dist/vnu.jar',
);

/** A page to be checked; its name is what a message calls it. */
export interface Page {
  readonly name: string;
  readonly html: string;
}

/** What the checker says of one page. */
export interface HtmlMessage {
  readonly page: string;
  readonly type: 'error' | 'warning';
  readonly line: number | undefined;
  readonly message: string;
  readonly extract: string;
}

interface VnuMessage {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly subType?: 'warning';
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** Whether there is a Java to run the checker with; without one, `it.skipIf(!(await hasJava()))` counts a skip. */
export async function hasJava(): Promise<boolean> {
  try {
    await run('java', ['-version']);
    return true;
  } catch {
    return false;
  }
}

/** Errors and warnings of the HTML checker of the W3C for all `pages`, in one run of Java (about two seconds). */
export async function validateHtml(pages: readonly Page[]): Promise<HtmlMessage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nacre-html-'));
  try {
    const files = pages.map((_page, place) => join(folder, `${place}.html`));
    await Promise.all(pages.map((page, place) => writeFile(files[place] ?? '', page.html)));
    const options = ['--format', 'json', '--stdout', '--exit-zero-always'];
    const args = ['-XX:TieredStopAtLevel=1', '-Xss2m', '-jar', jar, ...options, ...files];
    const { stdout } = await run('java', args, { maxBuffer: 64 * 1024 * 1024 });
    const { messages } = JSON.parse(stdout) as { messages: VnuMessage[] };
    return messages.filter(isFault).map((message) => ({
      page: nameOf(message.url, pages),
      type: message.type === 'info' ? 'warning' : 'error',
      line: message.lastLine,
      message: message.message,
      extract: message.extract ?? '',
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isFault = (message: VnuMessage): boolean => message.type !== 'info' || message.subType === 'warning';

function nameOf(url: string | undefined, pages: readonly Page[]): string {
  const place = /(\d+)\.html$/.exec(url ?? '')?.[1];
  return (place === undefined ? undefined : pages[Number(place)]?.name) ?? 'the checker itself';
}
