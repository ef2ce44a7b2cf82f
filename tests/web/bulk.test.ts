import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { hostileFiles } from '../setup/hostile-sheets.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';
import type { FormReader } from './form-reader.ts';

const app = await runningApp({ NACRE_SECRET: testSecret });
const anEditor = (name: string) => signedInAs(app, name, [{ role: 'editor', scope: '' }]);
const editor = await anEditor('Edith');

const columns: Record<string, string> = {
  language: 'lv',
  title: '',
  teaser: 'Īsi par to.',
  places: 'Rūjiena',
  course: 'Carried out',
  organiser: 'Kultūras biedrība',
  challenge: 'Jaunieši vakaros nezina, kurp iet.',
  summary: 'Kopīgi uzbūvēts.',
  whatWasDone: 'Trīs talkās uzbūvēts.',
  outcomes: 'Nāk četrdesmit cilvēku.',
  'topics.challenge': 'youth-outmigration',
  sources: 'Ziņas https://www.valmierasnovads.lv/kapnes',
  consent: 'yes',
};
const csv = (rows: readonly Partial<typeof columns>[]): Buffer =>
  Buffer.from(
    [Object.keys(columns), ...rows.map((row) => Object.values({ ...columns, ...row }))]
      .map((cells) => cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(';'))
      .join('\r\n'),
  );
/** As a browser sends a form with one file in it. */
function upload(reader: FormReader, bytes: Uint8Array, name = 'practices.csv', language = 'en') {
  const boundary = '----a-boundary-of-the-tests';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return reader.send(`/${language}/contribute/bulk`, body, `multipart/form-data; boundary=${boundary}`);
}
const draftsOf = (person: number) =>
  app.db.selectFrom('practice_draft').select(['id', 'state']).where('owner_id', '=', person).execute();
const cellsOf = (reader: FormReader): string[][] =>
  reader.page
    .querySelectorAll('table tbody tr')
    .map((row) => row.querySelectorAll('td, th').map(({ text }) => text.trim()));

describe('practices from a spreadsheet', () => {
  it('are checked, listed with every problem, mended, and then handed in together', async () => {
    await editor.open('/en/contribute');
    expect(editor.page.querySelector('a[href="/en/contribute/bulk"]')).not.toBeNull();
    await upload(editor, csv([{ title: 'Viena <b>aka</b>' }, { title: 'Otra aka', course: 'kaut kā' }]));
    expect(editor.heading).toBe('Result of the check');
    expect(editor.answer?.headers['cache-control']).toBe('private, no-store');
    expect(cellsOf(editor).slice(0, 1)).toEqual([
      ['3', 'State', 'kaut kā', 'Please choose one of the answers.'],
    ]);
    expect(editor.page.querySelector('main button')).toBeNull();
    expect(await draftsOf(editor.personId)).toEqual([]);

    await upload(editor, csv([{ title: 'Viena <b>aka</b>' }, { title: 'Otra aka' }]), '../../<i>x.csv');
    expect(editor.page.querySelector('main strong')?.text).toBe('<i>x.csv');
    expect(editor.page.querySelector('main b, main i')).toBeNull();
    const checked = editor.path;
    const form = new URLSearchParams({
      shown: editor.page.querySelector('input[name=shown]')?.getAttribute('value') ?? '',
    });
    await Promise.all([editor.post(checked, form), editor.post(checked, form)]);
    await editor.post(checked, form);
    expect(editor.page.querySelector('main')?.text).toMatch(/2 practices were handed in on/);
    expect((await draftsOf(editor.personId)).map(({ state }) => state)).toEqual(['submitted', 'submitted']);
    // Nobody reads them before another editor has.
    expect((await app.ask('/lv/practices.json?q=aka')).text).not.toContain('Otra aka');

    const other = await anEditor('Other');
    await other.open('/en/contribute/review');
    expect(other.page.querySelector('main')?.text).toContain('Otra aka');
    await other.open(checked);
    expect(other.answer?.status).toBe(404);
  }, 60_000);

  it('come from the template in every language, and from the export', async () => {
    for (const language of languages) {
      const answer = await app.ask(`/${language}/contribute/bulk/template.csv`, {
        headers: { cookie: [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toContain('nacre-template.csv');
      await upload(editor, answer.sent, 'x.csv', language);
      expect(editor.answer?.status).toBe(400);
    }
    const exported = await app.ask('/fi/contribute/bulk/practices.xlsx?country=FI', {
      headers: { cookie: [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    await upload(editor, exported.sent, 'x.xlsx', 'sv');
    expect(editor.page.querySelector('main')?.text).toMatch(/Finns det redan här|Vad filen innehåller/);
    expect(editor.page.querySelectorAll('table a[href^="/sv/practices/"]').length).toBeGreaterThan(0);
  }, 60_000);

  it('are nobody’s to bring in but an editor’s', async () => {
    const visitor = await app.ask('/en/contribute/bulk');
    expect(visitor.status).toBe(303);
    expect(visitor.headers.location).toBe('/en/sign-in?to=%2Fen%2Fcontribute%2Fbulk');
    const [officer, secretariat] = [
      await signedInAs(app, 'Officer', [{ role: 'town-owner', scope: 'rujiena' }]),
      await signedInAs(app, 'Office', [{ role: 'secretariat', scope: '' }]),
    ];
    for (const path of ['', '/template.csv', '/practices.csv']) {
      await officer.open(`/en/contribute/bulk${path}`);
      expect([path, officer.answer?.status]).toEqual([path, 404]);
      await secretariat.open(`/en/contribute/bulk${path}`);
      expect([path, secretariat.answer?.status]).toEqual([path, 200]);
    }
    await secretariat.open('/en/contribute/bulk');
    expect(secretariat.page.querySelector('input[type=file]')).toBeNull();
    for (const reader of [officer, secretariat]) {
      await upload(reader, csv([{ title: 'Sveša aka' }]));
      expect(reader.answer?.status).toBe(404);
    }
    await officer.open('/en/contribute');
    expect(officer.page.querySelector('a[href="/en/contribute/bulk"]')).toBeNull();
  }, 60_000);
});

describe('a file that is none', () => {
  it('is answered with a sentence of its own in every language', async () => {
    const said = new Set<string>();
    for (const language of languages) {
      await upload(editor, Buffer.from([0x61, 0xe4]), 'x.csv', language);
      expect(editor.answer?.status).toBe(400);
      expect(editor.problems).toHaveLength(1);
      said.add(editor.problems[0] ?? '');
    }
    expect(said.size).toBe(languages.length);
    await editor.open('/en/contribute/bulk');
    await upload(editor, Buffer.alloc(0), '');
    expect(editor.problems).toEqual(['Please choose a file.']);
  }, 60_000);

  it('whatever it is made to do, is refused, and the server goes on answering', async () => {
    for (const [what, file, why] of hostileFiles.filter(([, , reason]) => reason !== null)) {
      const bytes = file();
      if (bytes.length > 6 * 1024 * 1024) continue;
      await upload(editor, bytes, `${what}.xlsx`, 'de');
      expect([what, why, editor.answer?.status]).toEqual([what, why, 400]);
      expect([what, editor.problems.length]).toEqual([what, 1]);
    }
    expect((await app.ask('/ready')).status).toBe(200);
    expect(await app.db.selectFrom('practice_draft').select('id').execute()).toHaveLength(2);
  }, 300_000);

  it('of 100 MB is refused before it is read, with the limit, and other pages keep theirs', async () => {
    const port = Number(new URL(app.origin).port);
    const post = (path: string, size: number) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const sending = request(
          {
            port,
            host: '127.0.0.1',
            path,
            method: 'POST',
            headers: {
              origin: app.origin.replace('localhost', '127.0.0.1'),
              cookie: [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
              'content-type': 'multipart/form-data; boundary=x',
              'content-length': String(size),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
              sending.destroy();
            });
          },
        );
        sending.on('error', reject);
        // Only the head is sent: the answer does not wait for the rest.
        sending.flushHeaders();
        sending.write(Buffer.alloc(1024));
      });
    const large = await post('/en/contribute/bulk', 100 * 1024 * 1024);
    expect(large.status).toBe(413);
    expect(large.text).toContain('The file is larger than 5 MB.');
    const elsewhere = await post('/en/contribute', 2 * 1024 * 1024);
    expect(elsewhere.status).toBe(400);
  });
});
