import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { runningApp } from './running-app.ts';
import type { Answer } from './raw-request.ts';

const app = await runningApp();
const parameters = [
  'q',
  'challenge',
  'culturalForm',
  'targetGroup',
  'method',
  'dimension',
  'country',
  'place',
  'period',
  'size',
  'language',
  'sort',
  'page',
  'unknown',
];
const attacks = [
  '"><img src=x onerror=alert(1)>',
  '</title></script><script>alert(1)</script>',
  "'); drop table practice cascade; --",
  "' or 1=1 --",
  '1 union select version()',
  '$$; select pg_sleep(9); --',
  '\\x00\\',
  '%s%n',
  '${7*7}{{7*7}}',
  '!@#&|():*<->',
  "foo:*A & !bar | 'x' <2>",
  '__proto__',
  'constructor',
  '-1',
  '0',
  '1e9',
  '9'.repeat(400),
  'NaN',
  '[]',
  '\u202e\u0000\ud800',
];

/** The answer, after at most one redirect: what cannot be meant is left off the list's address. */
async function answered(path: string): Promise<Answer> {
  const answer = await app.ask(path);
  return answer.status === 302 ? await app.ask(answer.headers.location ?? '') : answer;
}

/** Nothing in the answer came alive: no foreign element, handler, script or javascript: address. */
function expectTame({ text, headers }: Answer): void {
  if (!headers['content-type']?.includes('html')) return;
  const page = parse(text);
  expect(
    page.querySelectorAll('script:not([type="application/ld+json"]), [onerror], iframe, img[src=x]'),
  ).toEqual([]);
  expect(
    page
      .querySelectorAll('[href]')
      .filter((link) => link.getAttribute('href')?.trim().startsWith('javascript:')),
  ).toEqual([]);
  expect(text).not.toContain('<img src=x');
}

describe('hostile words in an address', () => {
  it.each(parameters)('in %s are neither run nor shown unescaped', async (name) => {
    const broken: string[] = [];
    for (const attack of attacks) {
      const query = new URLSearchParams({ [name]: attack.toWellFormed() });
      for (const path of ['/en/practices', '/de/practices.json']) {
        const answer = await app.ask(`${path}?${query}`);
        if (answer.status >= 500) broken.push(`${answer.status} ${path}?${query}`);
        expectTame(answer);
      }
    }
    expect(broken).toEqual([]);
  });

  it('leave all rows where they are', async () => {
    expect(await app.db.selectFrom('practice').select('id').execute()).toHaveLength(48);
  });

  it('are shown as words in the search field', async () => {
    const [attack = ''] = attacks;
    const page = await app.page(`/en/practices?${new URLSearchParams({ q: attack })}`);
    expect(page.querySelector('input[name=q]')?.getAttribute('value')).toBe(attack);
  });

  it('in a path are not shown unescaped', async () => {
    for (const attack of attacks) {
      const part = encodeURIComponent(attack.toWellFormed());
      for (const path of [
        `/${part}`,
        `/en/${part}`,
        `/en/practices/${part}`,
        `/id/${part}`,
        `/covers/thumbnail/${part}`,
        `/covers/${part}/x.svg`,
        `/language/${part}`,
      ]) {
        const answer = await app.ask(path);
        expect([400, 404], path).toContain(answer.status);
        expectTame(answer);
      }
    }
  });

  it('in headers are survived', async () => {
    for (const [name, value] of [
      ['accept-language', '"><script>'],
      ['cookie', '=;;=%FF;language=%FF'],
      ['accept', '\u00ff/*;q=x'],
      ['accept-encoding', 'x;q=,,'],
      ['referer', 'javascript:1'],
      ['if-none-match', '"'],
      ['range', 'bytes=0-'],
      ['host', 'evil.example'],
      ['x-forwarded-host', 'evil.example'],
    ] as const) {
      const answer = await app.ask('/en/practices', { headers: { [name]: value } });
      expect(answer.status, name).toBeLessThan(500);
      expect(answer.text, name).not.toContain('evil.example');
    }
  });
});

describe('too much', () => {
  it.each(['a', 'ä', '漢', '🐚', 'word ', '%', '&lt;', '"'])(
    'a query of 10,000 times %j leads to the address of what is read of it',
    async (character) => {
      const answer = await answered(
        `/fi/practices?q=${encodeURIComponent(character.repeat(Math.ceil(10_000 / [...character].length)).trim())}`,
      );
      expect(answer.status).toBe(200);
      const canonical = parse(answer.text).querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
      expect([...(new URL(canonical).searchParams.get('q') ?? '')].length).toBeLessThanOrEqual(200);
    },
  );

  it.each([
    '1000000000',
    '999999',
    '99999999999999999999999',
    '2147483648',
    '-5',
    '1.5',
    '0x10',
    ' 2 ',
    'Infinity',
  ])('page %s leads to a page that there is', async (number) => {
    const answer = await app.ask(`/en/practices?page=${encodeURIComponent(number)}`);
    const shown = Number(number) >= 2 ? '/en/practices?page=2' : '/en/practices';
    expect([answer.status, answer.headers.location]).toEqual([302, shown]);
    expect((await app.ask(`/en/practices.json?page=${encodeURIComponent(number)}`)).status).toBe(200);
  });

  it('a thousand filters are answered', async () => {
    for (const name of parameters) {
      const many = Array.from({ length: 1000 }, (_, n) => `${name}=v${n}`).join('&');
      expect((await answered(`/en/practices?${many}`)).status, name).toBe(200);
    }
  });

  it('an address longer than the server reads is refused, and the next one answered', async () => {
    // The server may close while we still write: then the refusal itself is lost on the way.
    const status = await app.ask(`/en/practices?q=${'a'.repeat(200_000)}`).then(
      (answer) => answer.status,
      () => 431,
    );
    expect([414, 431]).toContain(status);
    expect((await app.ask('/en')).status).toBe(200);
  });
});

describe('bytes that are no text', () => {
  it.each([
    '/%FF',
    '/en/%C0%AF',
    '/en/practices/%ED%A0%80',
    '/en/practices/%F5%80%80%80',
    '/%',
    '/en/%zz',
    '/en/practices/%E4',
  ])('in the path %s are a bad request', async (path) => {
    expect((await app.ask(path)).status).toBe(400);
  });

  it.each(['%FF', '%C0%AF', '%ED%A0%80', '%', '%zz', '%F0%9F', '+', '%EF%BF%BD'])(
    'in the query %s are answered',
    async (bytes) => {
      for (const name of parameters)
        expect((await answered(`/lv/practices?${name}=${bytes}`)).status, name).toBe(200);
    },
  );

  it.each([
    '/en/practices?q=%00',
    '/en/practices?country=a%00b',
    '/en/practices/%00',
    '/%00',
    '/id/NP-1%00',
    '/language/lv?to=/en%00',
  ])('NUL in %s is a bad request', async (path) => {
    expect((await app.ask(path)).status).toBe(400);
  });

  it.each(['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'with the method %s never break a page',
    async (method) => {
      for (const path of [
        '/',
        '/en',
        '/en/practices',
        '/en/practices.json',
        '/sitemap.xml',
        '/sitemap-practices-1.xml',
        '/en/practices.atom',
        '/en/opensearch.xml',
        '/en/practices/cultural-spaces-svendborg/citation.ris',
        '/id/NP-1',
        '/language/lv',
        '/covers/full/x.svg',
        '/nothing',
      ]) {
        expect((await app.ask(path, { method })).status, path).toBeLessThan(500);
      }
    },
  );
});

describe('2,000 random addresses', () => {
  const piece = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'practices',
        'practices.json',
        'vocabulary',
        'about',
        'languages',
        'covers',
        'thumbnail',
        'full',
        'id',
        'NP-1',
        'language',
        'sitemap.xml',
        'sitemap-practices-1.xml',
        'practices.atom',
        'opensearch.xml',
        'citation.bib',
        'robots.txt',
        'health',
        '_app',
        'immutable',
        'cultural-spaces-svendborg',
        '__data.json',
        '..',
        '.',
        '',
        ...languages,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...attacks).map((attack) => encodeURIComponent(attack.toWellFormed())),
    },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: 'binary', maxLength: 12 })
        .map((text) => encodeURIComponent(text.toWellFormed())),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.integer({ min: 0, max: 255 }), { maxLength: 4 })
        .map((bytes) => bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
    },
  );
  const parameter = fc
    .tuple(fc.oneof(fc.constantFrom(...parameters, 'to', '/action', 'x-sveltekit-invalidated'), piece), piece)
    .map(([name, value]) => `${name}=${value}`);
  const address = fc
    .tuple(
      fc.constantFrom(...languages, 'xx', ''),
      fc.array(piece, { maxLength: 4 }),
      fc.array(parameter, { maxLength: 5 }),
    )
    .map(
      ([first, rest, query]) =>
        `/${[first, ...rest].join('/')}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    );

  it('never bring a 5xx, nor anything unescaped', async () => {
    const addresses = fc.sample(address, { numRuns: 2000, seed: 20_261_124 });
    const broken: string[] = [];
    const seen = new Set<number>();
    const worker = async (): Promise<void> => {
      for (let path = addresses.pop(); path !== undefined; path = addresses.pop()) {
        const answer = await app.ask(path);
        seen.add(answer.status);
        if (answer.status >= 500) broken.push(`${answer.status} ${path}`);
        expectTame(answer);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(broken).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 404]));
  }, 60_000);
});
