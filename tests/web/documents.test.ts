import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/services/i18n/languages.ts';
import { hasPdfTools, pdfInfo, pdfObjects, pdfStructure, pdfText } from '../setup/pdf-tools.ts';
import { hasJava, validateHtml } from '../setup/vnu.ts';
import { pageKinds, pageVariants } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const isJavaHere = await hasJava();

const sheet = (language: Language) => `${pageKinds.practice(language)}/pdf`;
const booklet = (language: Language, count: number) =>
  `/${language}/practices/booklet?${Array.from({ length: count }, (_, i) => `id=NP-${i + 1}`).join('&')}`;

/** Follows an address to its file, through the page that shows progress if there is one. */
async function fileOf(path: string): Promise<{ path: string; pdf: Buffer }> {
  let at = path;
  for (let turn = 0; turn < 150; turn += 1) {
    const { status, headers, sent } = await app.ask(at);
    if (headers['content-type'] === 'application/pdf') return { path: at, pdf: sent };
    if (status === 303) at = headers.location ?? '';
    else if (headers.refresh !== undefined) await new Promise((resolve) => setTimeout(resolve, 200));
    else throw new Error(`${at}: ${status}`);
  }
  throw new Error(`${path}: no file`);
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Line ends fall anywhere in an address or at a hyphen, so that only letters and digits are compared. */
const letters = (text: string) => text.normalize().replace(/[^\p{L}\p{N}]/gu, '');

describe('a practice as a PDF', () => {
  it.skipIf(!hasPdfTools).each(languages)(
    'says what its page says, in %s',
    async (language) => {
      const page = await app.page(pageKinds.practice(language));
      const { pdf } = await fileOf(sheet(language));
      const paper = letters(await pdfText(pdf));
      const main = page.querySelector('article');
      const said = [
        ...(main?.querySelectorAll('h1, .lead, .text > p, .text h2, .tags dd, .tags dt, dl dt, dl dd') ?? []),
      ]
        // How the page is cited stands on the page only.
        .filter(
          (element) => !element.closest('.related, .screen-only') && !element.matches('#cite, .sentence'),
        )
        .map((element) => {
          for (const hidden of element.querySelectorAll('.screen-only')) hidden.remove();
          return words(element.text);
        });
      expect(said.length).toBeGreaterThan(20);
      expect(said.filter((text) => !paper.includes(letters(text)))).toEqual([]);
      expect(await pdfInfo(pdf)).toMatch(/Tagged: +yes/);
      expect(await pdfObjects(pdf)).toContain(`/Lang (${language})`);
    },
    120_000,
  );

  it('is kept by readers for ever under an address of its own, and sent again only if it is another', async () => {
    const { path } = await fileOf(sheet('en'));
    const { status, headers } = await app.ask(path);
    expect([status, headers['cache-control'], headers['content-language']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'en',
    ]);
    expect(headers['content-disposition']).toContain('NP-1-');
    // Whoever keeps a shortlist has pages of their own, but the same files.
    const own = await app.ask(path, { headers: { cookie: 'shortlist=1-3' } });
    expect(own.headers['cache-control']).toBe(headers['cache-control']);
    const again = await app.ask(path, { headers: { 'if-none-match': headers.etag ?? '' } });
    expect([again.status, again.sent.length]).toEqual([304, 0]);
    expect((await fileOf(sheet('en'))).path).toBe(path);
    expect((await app.ask(path.replace('NP-1-', 'x-'))).headers.location).toBe(path);
  });

  it('is linked from the page', async () => {
    const links = (await app.page(pageKinds.practice('fi'))).querySelectorAll('a[type="application/pdf"]');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([sheet('fi')]);
  });

  it('is not there where the practice is not', async () => {
    expect((await app.ask('/lv/practices/no-such-practice/pdf')).status).toBe(404);
    expect((await app.ask('/lv/practices/no-such-practice/pdf')).text).toContain('lang="lv"');
  });
});

describe('a booklet', () => {
  it.skipIf(!hasPdfTools)(
    'has a cover with its alternative text, contents, headings, page numbers and sources',
    async () => {
      const { pdf } = await fileOf(booklet('lv', 3));
      const [text, structure, objects] = await Promise.all([
        pdfText(pdf),
        pdfStructure(pdf),
        pdfObjects(pdf),
      ]);
      const pages = Number(/Pages: +(\d+)/.exec(await pdfInfo(pdf))?.[1]);
      expect(text).toContain('Labās prakses piemēri');
      expect(text).toMatch(new RegExp(`${pages} ?/ ?${pages}`));
      expect(structure.match(/^ *H1\b/gm)).toHaveLength(5);
      expect(structure.match(/^ *TOCI\b/gm)).toHaveLength(4);
      expect(structure).toContain('Figure');
      expect(structure).toContain('Avoti');
      const alt = [...objects.matchAll(/\/Alt <feff([0-9a-f]+)>/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').swap16().toString('utf16le'),
      );
      expect(alt).toContain('Pērles zīmējums: plānas kārtas, kas apaugušas ap dzintara graudu');
      // The practices' own language inside the reader's.
      expect(objects).toContain('/Lang (en)');
      expect(objects).toContain('/Lang (lv)');
    },
    120_000,
  );

  it('of nothing, of too much or of no identifier is refused, and of what is not there is not found', async () => {
    const ask = async (path: string) => (await app.ask(path)).status;
    expect(await ask('/de/practices/booklet')).toBe(400);
    expect(await ask(booklet('de', 51))).toBe(400);
    expect(await ask('/de/practices/booklet?id=../x')).toBe(400);
    expect(await ask('/de/practices/booklet?id=NP-999999999999999')).toBe(400);
    expect(await ask('/de/practices/booklet?id=NP-999999')).toBe(404);
  });

  it.skipIf(!isJavaHere)(
    'that takes longer shows how it comes along, without script, and can be watched or not',
    async () => {
      const path = booklet('pl', 48);
      const digest = /documents\/([0-9a-f]{64})/.exec((await app.ask(path)).headers.location ?? '')?.[1];
      const progress = `/pl/documents/${digest}`;
      await fileOf(progress);
      // Held in each state, which else passes in a moment.
      const hold = (state: string) =>
        app.db
          .updateTable('document')
          .set({ state, content: null, data: state === 'failed' ? null : '{}' })
          .where('digest', '=', digest ?? '')
          .execute();
      const pages = [];
      for (const state of ['waiting', 'setting', 'failed']) {
        await hold(state);
        const { status, headers, text } = await app.ask(progress);
        const page = parse(text);
        expect([state, status, headers['cache-control']]).toEqual([state, 200, 'no-store']);
        expect(headers.refresh).toBe(state === 'failed' ? undefined : '2');
        expect(page.querySelector('[role=status]')?.text.trim()).not.toBe('');
        expect(page.querySelectorAll('script')).toEqual([]);
        pages.push({ name: state, html: text });
        if (state === 'failed')
          expect(page.querySelector('a.button')?.getAttribute('href')).toContain('id=NP-1');
        else expect((await app.ask(`${progress}?watch=off`)).headers.refresh).toBeUndefined();
      }
      expect((await validateHtml(pages)).filter(({ type }) => type === 'error')).toEqual([]);
      expect((await fileOf(path)).pdf.length).toBeGreaterThan(100_000);
    },
    120_000,
  );

  it('in the making is among the kinds of page that all checks walk, as it stands and not as an error', async () => {
    const said = await Promise.all(
      (
        ['document that waits its turn', 'document in the making', 'document that could not be made'] as const
      ).map(async (kind) => {
        const { status, text } = await app.ask(pageVariants[kind]('en'));
        return [status, parse(text).querySelector('[role=status]')?.text.trim()];
      }),
    );
    expect(said).toEqual([
      [200, expect.stringMatching(/^It is waiting its turn. Documents before it: \d+$/)],
      [200, 'Its pages are being set.'],
      [200, 'Something went wrong while its pages were being set. The fault has been noted.'],
    ]);
  });

  it('is put off in the reader’s language while too many are being made', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      digest: String(i).padStart(64, '0'),
      state: 'waiting',
      language: 'en',
      title: '',
      file_name: 'x',
      made_from: '/en',
      template: 'ui/documents/booklet.typ',
      data: '{}',
    }));
    await app.db.insertInto('document').values(rows).execute();
    const { status, headers, text } = await app.ask('/et/practices/booklet?id=NP-5');
    await app.db.deleteFrom('document').where('file_name', '=', 'x').execute();
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(parse(text).querySelector('h1')?.text).toBe('Praegu koostatakse palju dokumente');
  });
});

describe('a document that is not there', () => {
  it('is said so in the reader’s language, whatever is asked', async () => {
    for (const path of ['/sv/documents/x', `/sv/documents/${'0'.repeat(64)}`]) {
      const { status, text } = await app.ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('lang="sv"');
    }
    expect((await app.ask('/sv/documents/x/y.pdf')).headers.location).toBe('/sv/documents/x');
  });
});
