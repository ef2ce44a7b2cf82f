import { parse, type HTMLElement } from 'node-html-parser';
import readExcelFile from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from '../setup/read-csv.ts';
import type { Answer } from './raw-request.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp({ NACRE_SECRET: 'a secret of the tests, not of a site'.replaceAll(' ', '-') });

// Requests go to the number of the machine, and so a form comes from there.
const here = app.origin.replace('localhost', '127.0.0.1');

/** A browser without JavaScript: it keeps cookies and sends forms. */
class Reader {
  readonly cookies = new Map<string, string>();

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: 'text/html', ...(cookie && { cookie }) };
  }

  #keep({ headers }: Answer): void {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  async ask(path: string): Promise<Answer> {
    const answer = await app.ask(path, { headers: this.#headers() });
    this.#keep(answer);
    return answer;
  }

  async page(path: string): Promise<HTMLElement> {
    const answer = await this.ask(path);
    return parse((answer.status === 303 ? await this.ask(answer.headers.location ?? '') : answer).text);
  }

  async post(fields: string, path = '/en/shortlist', headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await app.ask(path, {
      method: 'POST',
      body: fields,
      headers: {
        ...this.#headers(),
        origin: here,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    });
    this.#keep(answer);
    return answer;
  }

  /** Presses a button of the page's form, and opens the page that it leads to. */
  async press(page: HTMLElement, button: HTMLElement | null): Promise<HTMLElement> {
    const form = button?.closest('form') ?? page.querySelector(`form#${button?.getAttribute('form')}`);
    const fields = new URLSearchParams(
      [...(form?.querySelectorAll('input') ?? []), ...(button ? [button] : [])].map((field) => [
        field.getAttribute('name') ?? '',
        field.getAttribute('value') ?? '',
      ]),
    );
    const answer = await this.post(fields.toString(), form?.getAttribute('action'));
    expect(answer.status).toBe(303);
    return this.page((answer.headers.location ?? '').replace(/#.*/, ''));
  }
}

const kept = (page: HTMLElement) => page.querySelectorAll('main ol h2').map(({ text }) => text);
const button = (page: HTMLElement, name: string, id: number) =>
  page.querySelector(`button[name=${name}][value=NP-${id}]`);
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const noteOf = (page: HTMLElement) => {
  const note = page.querySelector('#shortlist-note');
  return note ? words(note.text) : undefined;
};

let reader: Reader;
beforeEach(() => {
  reader = new Reader();
});

async function withThree(): Promise<Reader> {
  for (const id of [3, 5, 1]) await reader.post(`keep=NP-${id}&to=/en/shortlist`);
  return reader;
}

describe('a reader without an account and without JavaScript', () => {
  it('keeps from the list and from a practice, orders, compares, takes along and removes', async () => {
    let list = await reader.page('/en/practices?country=LV');
    const [first] = list.querySelectorAll('button[name=keep]');
    const id = Number(first?.getAttribute('value')?.slice(3));
    list = await reader.press(list, first ?? null);
    expect(list.querySelector('h1')?.text).toBe('Good practices');
    expect(list.querySelectorAll('main article').length).toBe(
      (await app.page('/en/practices?country=LV')).querySelectorAll('main article').length,
    );
    expect(noteOf(list)).toContain('The practice is now in your shortlist.');
    expect(list.querySelector('header nav')?.text).toContain('Shortlist (1)');
    expect(button(list, 'remove', id)).not.toBeNull();
    expect(noteOf(await reader.page('/en/practices'))).toBeUndefined();

    const practice = await reader.page('/en/practices/cultural-spaces-svendborg');
    await reader.press(practice, button(practice, 'keep', 1));
    await reader.post('keep=NP-5&to=/en');

    let own = await reader.page('/en/shortlist');
    const [one = '', two = '', three = ''] = kept(own);
    expect(kept(own)).toHaveLength(3);
    own = await reader.press(own, button(own, 'up', 5));
    expect(kept(own)).toEqual([one, three, two]);
    expect(noteOf(own)).toBe('Moved. It now stands at place 2 of 3.');
    expect(own.querySelector('#shortlist-note')?.closest('li')?.querySelector('h2')?.text).toBe(three);

    const form = own.querySelector('form#compare-form');
    const boxes = own.querySelectorAll('input[type=checkbox][form=compare-form]').slice(0, 2);
    const query = boxes.map((box) => `${box.getAttribute('name')}=${box.getAttribute('value')}`).join('&');
    const compared = await reader.page(`${form?.getAttribute('action')}?${query}`);
    expect(compared.querySelectorAll('thead th a').map(({ text }) => text.trim())).toEqual([one, three]);

    own = await reader.press(own, button(own, 'remove', 1));
    expect(kept(own)).toEqual([one, three]);
    own = await reader.press(own, own.querySelector('button[name=clear]'));
    expect(own.querySelector('header nav')?.text).not.toContain('(');
    expect(reader.cookies.has('shortlist')).toBe(false);
  });

  it('takes the emptying back with one press, and is not told meanwhile that there is nothing yet', async () => {
    let own = await (await withThree()).page('/en/shortlist');
    const before = kept(own);
    own = await reader.press(own, own.querySelector('button[name=clear]'));
    expect(noteOf(own)).toBe('Your shortlist is empty now. Undo');
    expect(own.querySelector('main')?.text).not.toContain('There is nothing in it yet.');
    own = await reader.press(own, own.querySelector('#shortlist-note button'));
    expect(noteOf(own)).toBe('These 3 practices are now in your shortlist.');
    expect(kept(own)).toEqual(before);

    // Later there is nothing to take back any more.
    own = await reader.press(own, own.querySelector('button[name=clear]'));
    own = await reader.page('/en/shortlist');
    expect(own.querySelector('#shortlist-note')).toBeNull();
    expect(own.querySelector('main')?.text).toContain('There is nothing in it yet.');
  });

  it('is told the same of the last one that was removed', async () => {
    await reader.post('keep=NP-3');
    const own = await reader.page('/en/shortlist');
    const page = await reader.press(own, button(own, 'remove', 3));
    expect(noteOf(page)).toBe('The practice is no longer in your shortlist.');
    expect(page.querySelector('main')?.text).not.toContain('There is nothing in it yet.');
  });

  it.each([
    ['nothing', '', [0, 0, 0]],
    ['one', '?id=NP-5', [0, 1, 0]],
    ['one twice', '?id=NP-5&id=NP-5', [0, 1, 0]],
  ])('who ticked %s to compare is led back and told so', async (_, query, ticks) => {
    await withThree();
    const answer = await reader.ask(`/en/practices/compare${query}`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/en/shortlist#shortlist-note']);
    const page = await reader.page('/en/shortlist');
    expect(noteOf(page)).toBe('Please tick two or three practices first, and then compare them.');
    const boxes = page.querySelectorAll('input[form=compare-form]');
    expect(boxes.map((box) => Number(box.hasAttribute('checked')))).toEqual(ticks);
  });

  it('is led back to the list that was passed on, where it came from there', async () => {
    const shared = '/en/shortlist?id=NP-3&id=NP-5';
    for (const [referer, back] of [
      [here + shared, shared],
      [`${here}/en/practices?q=x`, '/en/shortlist'],
      [`https://evil.example${shared}`, '/en/shortlist'],
    ] as const) {
      const { headers } = await app.ask('/en/practices/compare?id=NP-3', { headers: { referer } });
      expect(headers.location).toBe(`${back}#shortlist-note`);
    }
  });

  it('passes a list on by its address, and who opens it keeps it with one press', async () => {
    const own = await (await withThree()).page('/lv/shortlist');
    const address = new URL(own.querySelector('.address a')?.getAttribute('href') ?? '', app.origin);
    const other = new Reader();
    const shared = await other.page(address.pathname + address.search);
    expect(kept(shared)).toEqual(kept(own));
    expect(shared.querySelectorAll('button[name=up], button[name=remove]')).toEqual([]);
    const taken = await other.press(shared, shared.querySelector('main form[method=post] button'));
    expect(kept(taken)).toEqual(kept(own));
    expect(noteOf(taken)).toBe('Šie 3 prakses piemēri tagad ir Jūsu izlasē.');
    expect(taken.querySelectorAll('button[name=up]')).toHaveLength(2);
  });

  it('is told what an empty shortlist is for', async () => {
    const page = await reader.page('/en/shortlist');
    expect(page.querySelector('main')?.text).toContain('There is nothing in it yet.');
    expect(page.querySelector('main a')?.getAttribute('href')).toBe('/en/practices');
  });
});

describe('the files', () => {
  it('hold the shortlist in its order', async () => {
    await withThree();
    const csv = readCsv((await reader.ask('/en/shortlist.csv')).sent);
    expect(csv.map(([identifier]) => identifier)).toEqual(['Identifier', 'NP-3', 'NP-5', 'NP-1']);
    const { items } = JSON.parse((await reader.ask('/en/shortlist.json')).text) as {
      items: { id: number }[];
    };
    expect(items.map(({ id }) => id)).toEqual([3, 5, 1]);
    const xlsx = await reader.ask('/lv/shortlist.xlsx');
    expect(xlsx.headers['content-disposition']).toContain('nacre-shortlist.xlsx');
    const rows = (await readExcelFile(xlsx.sent))[0]?.data ?? [];
    expect(rows.map(([identifier]) => identifier)).toEqual(['Identifikators', 'NP-3', 'NP-5', 'NP-1']);
    const [, row = []] = rows;
    expect(row.filter((cell) => cell instanceof Date)).toHaveLength(2);
    expect(row[8]).toBe(2024);
  });

  it('of a shared list need no cookie', async () => {
    const csv = readCsv((await app.ask('/en/shortlist.csv?id=NP-2&id=NP-1')).sent);
    expect(csv.map(([identifier]) => identifier)).toEqual(['Identifier', 'NP-2', 'NP-1']);
    expect(readCsv((await app.ask('/en/shortlist.csv')).sent)).toHaveLength(1);
  });

  it('of the list hold all its pages under its filters, in its order', async () => {
    const all = readCsv((await app.ask('/en/practices.csv')).sent);
    expect(all).toHaveLength(49);
    for (const query of ['?country=LV&country=FI&sort=oldest', '?q=theatre']) {
      const { items, total } = JSON.parse((await app.ask(`/en/practices.json${query}`)).text) as {
        items: { identifier: string; title: string }[];
        total: number;
      };
      const [, ...rows] = readCsv((await app.ask(`/en/practices.csv${query}`)).sent);
      expect(rows).toHaveLength(total);
      expect(rows.slice(0, items.length).map(([identifier, title]) => [identifier, title])).toEqual(
        items.map(({ identifier, title }) => [identifier, title]),
      );
    }
    const xlsx = (await readExcelFile((await app.ask('/de/practices.xlsx')).sent))[0]?.data ?? [];
    expect(xlsx).toHaveLength(49);
    expect((await app.ask('/en/practices.ods')).status).toBe(404);
  });
});

describe('limits', () => {
  it('refuse the fifty-first with a clear message, and nothing is lost', async () => {
    const ids = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => `keep=NP-${from + n}`).join('&');
    // The seed has 48: the numbers beyond are of practices that were withdrawn after they had been kept.
    const rows = await app.db
      .selectFrom('practice')
      .selectAll()
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const texts = await app.db.selectFrom('practice_text').selectAll().where('practice_id', '=', 1).execute();
    for (const id of [101, 102, 103]) {
      await app.db
        .insertInto('practice')
        .values({ ...rows, id, slug: `further-${id}` })
        .execute();
      await app.db
        .insertInto('practice_text')
        .values(texts.map((text) => ({ ...text, practice_id: id })))
        .execute();
    }
    await reader.post(`${ids(1, 48)}`);
    const refused = await reader.post('keep=NP-101&keep=NP-102&keep=NP-103');
    expect(refused.status).toBe(303);
    expect(noteOf(await reader.page('/en/shortlist'))).toContain('has room for 2 more');
    await reader.post('keep=NP-101&keep=NP-102');
    await reader.post('keep=NP-103');
    const page = await reader.page('/en/shortlist');
    expect(noteOf(page)).toContain('holds 50 practices');
    expect(kept(page)).toHaveLength(50);
    expect(reader.cookies.get('shortlist')?.length).toBeLessThan(500);

    await app.db
      .updateTable('practice')
      .set({ state: 'archived' })
      .where('id', 'in', [101, 102, 103])
      .execute();
    const after = await reader.page('/en/shortlist');
    expect(noteOf(after)).toBe(
      'No longer published, and therefore no longer in your shortlist: NP-101 and NP-102.',
    );
    expect(kept(after)).toHaveLength(48);
    expect(after.querySelector('header nav')?.text).toContain('Shortlist (48)');
    expect(noteOf(await reader.page('/en/shortlist'))).toBeUndefined();
  });

  it('keep out what is not published', async () => {
    await reader.post('keep=NP-999999');
    expect(noteOf(await reader.page('/en/shortlist'))).toContain('cannot be kept');
    expect(reader.cookies.has('shortlist')).toBe(false);
  });

  it.each([
    '',
    'keep=',
    'keep=1',
    'remove=NP-0',
    'keep[]=NP-1',
    'up=%FF',
    'constructor=1',
    `keep=NP-${'9'.repeat(90)}`,
  ])('answer %j with a bad request in the reader’s language', async (fields) => {
    const answer = await reader.post(fields, '/de/shortlist');
    expect(answer.status).toBe(400);
    expect(parse(answer.text).querySelector('html')?.getAttribute('lang')).toBe('de');
  });

  it('survive a form that is none', async () => {
    for (const type of [
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'text/plain',
      'application/json',
    ])
      expect((await reader.post('x', '/en/shortlist', { 'content-type': type })).status).toBeLessThan(500);
  });

  it('refuse a form that another site sends', async () => {
    const answer = await reader.post('keep=NP-1', '/en/shortlist', { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(reader.cookies.size).toBe(0);
  });

  it.each([
    '//evil.example',
    'https://evil.example/en',
    '/\\evil.example',
    '/en/..//evil.example',
    '/health',
    'x',
  ])('lead back to this site only, not to %s', async (to) => {
    const { headers } = await reader.post(`keep=NP-1&to=${encodeURIComponent(to)}`);
    expect(headers.location).toBe('/en/shortlist#shortlist-note');
  });
});

describe('a cookie', () => {
  it('is out of reach of scripts and other sites', async () => {
    const { headers } = await reader.post('keep=NP-1');
    expect(headers['cache-control']).toBe('no-store');
    const line = headers['set-cookie']?.find((cookie) => cookie.startsWith('shortlist='));
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(line).toMatch(/Max-Age=31536000/);
  });

  it.each([
    ['changed', (value: string) => value.replace('1-3', '1-4')],
    ['longer', (value: string) => `${value}x`],
    ['without signature', () => '1-3-5'],
    ['huge', () => '1'.repeat(50_000)],
    ['garbage', () => '%00%FF"><script>'],
    ['empty', () => ''],
  ])('that is %s holds nothing, and is survived', async (_, change) => {
    await withThree();
    reader.cookies.set('shortlist', change(reader.cookies.get('shortlist') ?? ''));
    reader.cookies.set('shortlist-note', change('kept.3'));
    for (const path of ['/en/shortlist', '/en/practices', '/en/shortlist.csv']) {
      const answer = await reader.ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('<script>');
    }
    expect(kept(await reader.page('/en/shortlist'))).toEqual([]);
  });

  it('is neither answered from pages kept for everyone nor kept for them', async () => {
    await withThree();
    for (const path of [
      '/en/practices?country=DE',
      '/en/shortlist',
      '/en/practices/cultural-spaces-svendborg',
    ]) {
      const own = await reader.ask(path);
      expect(own.headers['cache-control']).toBe('private, no-store');
      expect(own.text).toContain('Shortlist (3)');
      const anyone = await app.ask(path);
      expect(anyone.text).not.toContain('Shortlist (3)');
      expect(anyone.headers['cache-control']).toContain('public');
      const again = await reader.ask(path);
      expect(again.text).toContain('Shortlist (3)');
      const etag = String(anyone.headers['etag']);
      const known = await app.ask(path, {
        headers: { 'if-none-match': etag, cookie: `shortlist=${reader.cookies.get('shortlist')}` },
      });
      expect(known.status).toBe(200);
    }
  });
});
