import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { pageKinds, pageVariants, somePractice } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();

const hrefOf = (page: HTMLElement, selector: string) => page.querySelector(selector)?.getAttribute('href');
const alternatesOf = (page: HTMLElement) =>
  Object.fromEntries(
    page
      .querySelectorAll('link[rel=alternate][hreflang]')
      .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
  );

describe.each(Object.entries(pageKinds))('the page "%s"', (_kind, address) => {
  it('names itself as canonical and its nine languages as alternates, in each of them', async () => {
    const expected = Object.fromEntries(
      languages.map((language) => [language, app.origin + address(language)]),
    );
    for (const language of languages) {
      const page = await app.page(address(language));
      expect(page.querySelector('html')?.getAttribute('lang')).toBe(language);
      expect(hrefOf(page, 'link[rel=canonical]')).toBe(app.origin + address(language));
      expect(alternatesOf(page)).toEqual({ ...expected, 'x-default': expected['en'] });
    }
  });

  it('may be kept by search engines', async () => {
    expect((await app.page(address('en'))).querySelector('meta[name=robots]')).toBeNull();
  });
});

describe('the list under filters', () => {
  it.each([
    ['?q=&sort=relevance&country=DK', '?country=DK'],
    ['?q=&sort=relevance', ''],
    [
      '?sort=newest&country=LV&q=%20kultur%20&country=FI&unknown=1&country=LV&page=1',
      '?q=kultur&country=LV&country=FI&sort=newest',
    ],
  ])('has one address: %s leads to %s', async (typed, short) => {
    const answer = await app.ask(`/de/practices${typed}`);
    expect([answer.status, answer.headers.location]).toEqual([302, `/de/practices${short}`]);
    expect(hrefOf(await app.page(`/de/practices${short}`), 'link[rel=canonical]')).toBe(
      `${app.origin}/de/practices${short}`,
    );
  });

  it('is not kept by search engines, which could never read all of it', async () => {
    const page = await app.page(pageVariants['list under filters']('en'));
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
  });

  it('keeps its filters in every language of the switch', async () => {
    const page = await app.page('/en/practices?q=art&country=FI');
    const { search, pathname } = new URL(hrefOf(page, 'header a[hreflang=lv]') ?? '', app.origin);
    expect(pathname).toBe('/language/lv');
    expect(new URLSearchParams(search).get('to')).toBe('/en/practices?q=art&country=FI');
  });
});

describe('the sitemap', () => {
  let parts: string[];
  let sitemap: HTMLElement;
  beforeAll(async () => {
    const index = await app.page('/sitemap.xml');
    parts = index.querySelectorAll('sitemap > loc').map(({ text }) => text);
    const files = await Promise.all(parts.map((part) => app.ask(part.slice(app.origin.length))));
    sitemap = parse(files.map(({ text }) => text).join(''));
  });

  it('is one of the fixed pages and one of the practices, where there are few', () => {
    expect(parts).toEqual([`${app.origin}/sitemap-pages.xml`, `${app.origin}/sitemap-practices-1.xml`]);
  });

  it.each(['0', '2', '01', '-1', '1.5', '99999999999', 'x'])('has no part %s', async (part) => {
    expect((await app.ask(`/sitemap-practices-${part}.xml`)).status).toBe(404);
  });

  it('is named by robots.txt, which keeps robots from choosing languages', async () => {
    const { text, headers } = await app.ask('/robots.txt');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain(`Sitemap: ${app.origin}/sitemap.xml`);
    expect(text).toContain('Disallow: /language/');
    expect(text).not.toMatch(/^Disallow: \/$/m);
  });

  it('holds every practice, every town and every fixed page in nine languages, each once', async () => {
    const places = await app.db.selectFrom('place').select('id').execute();
    const locations = sitemap.querySelectorAll('loc').map(({ text }) => text);
    expect(locations).toHaveLength(
      (48 + places.length + Object.keys(pageKinds).length - 2) * languages.length,
    );
    expect(new Set(locations).size).toBe(locations.length);
    for (const address of Object.values(pageKinds)) {
      for (const language of languages) expect(locations).toContain(app.origin + address(language));
    }
  });

  it('gives each address all nine alternates', () => {
    for (const entry of sitemap.querySelectorAll('url')) {
      const alternates = entry.getElementsByTagName('xhtml:link');
      expect(alternates.map((link) => link.getAttribute('hreflang'))).toEqual([...languages]);
      expect(alternates.map((link) => link.getAttribute('href'))).toContain(entry.querySelector('loc')?.text);
    }
  });

  it('leads only to pages that are there', async () => {
    const locations = sitemap.querySelectorAll('loc').map(({ text }) => text.slice(app.origin.length));
    const missing: string[] = [];
    // Several at once: there are more than a thousand.
    for (let first = 0; first < locations.length; first += 8) {
      const asked = locations.slice(first, first + 8).map(async (path) => {
        if ((await app.ask(path, { method: 'HEAD' })).status !== 200) missing.push(path);
      });
      await Promise.all(asked);
    }
    expect(missing).toEqual([]);
  }, 90_000);
});

describe('an address that was', () => {
  it('of a practice with a new title redirects for good to the new one, in the same language', async () => {
    await app.db
      .insertInto('practice_former_slug')
      .values({ slug: 'a-former-title', practice_id: '1' as never })
      .execute();
    const answer = await app.ask('/fi/practices/a-former-title');
    expect([answer.status, answer.headers.location]).toEqual([301, `/fi/practices/${somePractice}`]);
  });

  it('by its identifier leads to the practice, in the language of the reader', async () => {
    const headers = { 'accept-language': 'pl' };
    for (const identifier of ['NP-1', 'np-1']) {
      const answer = await app.ask(`/id/${identifier}`, { headers });
      expect([answer.status, answer.headers.location]).toEqual([302, `/pl/practices/${somePractice}`]);
    }
  });

  it.each(['NP-0', 'NP-999', 'NP-99999999999999999999', '1', 'NP-1x', 'NP--1'])(
    'never stood behind the identifier %s',
    async (identifier) => {
      expect((await app.ask(`/id/${identifier}`)).status).toBe(404);
    },
  );

  it('of a withdrawn practice says so with 410, in nine languages, and is in no list, sitemap or data any more', async () => {
    const { slug } = await app.db
      .selectFrom('practice')
      .select('slug')
      .where('id', '=', '2' as never)
      .executeTakeFirstOrThrow();
    await app.db.updateTable('practice').set({ state: 'archived' }).where('slug', '=', slug).execute();
    const headings = new Set<string>();
    for (const language of languages) {
      const answer = await app.ask(`/${language}/practices/${slug}`);
      expect([answer.status, answer.headers['cache-control']]).toEqual([410, 'no-store']);
      headings.add(parse(answer.text).querySelector('h1')?.text ?? '');
    }
    expect(headings.size).toBe(languages.length);
    expect((await app.ask('/sitemap-practices-1.xml')).text).not.toContain(slug);
    expect((await app.ask('/en/practices.atom')).text).not.toContain(slug);
    expect((await app.ask(`/en/practices/${slug}/citation.bib`)).status).toBe(410);
    expect((await app.ask('/id/NP-2')).status).not.toBe(200);
  });
});

describe('an address that never was', () => {
  it.each(languages)('is answered in %s with 404, a search and ways on', async (language) => {
    for (const path of [
      `/${language}/nothing`,
      `/${language}/practices/no-such-practice`,
      `/${language}/practices/a/b/c`,
    ]) {
      const answer = await app.ask(path);
      const page = parse(answer.text);
      expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store']);
      expect(page.querySelector('html')?.getAttribute('lang')).toBe(language);
      expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
      expect(page.querySelector('main form[role=search]')?.getAttribute('action')).toBe(
        `/${language}/practices`,
      );
      expect(hrefOf(page, `main a[href="/${language}"]`)).toBeDefined();
    }
  });

  it('outside every language is answered in that of the browser', async () => {
    const page = await app.page('/nothing', { headers: { 'accept-language': 'et' } });
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('et');
    expect(page.querySelector('h1')?.text).toBe((await app.page('/et/nothing')).querySelector('h1')?.text);
  });

  it('says so in words of its own in each language', async () => {
    const pages = await Promise.all(languages.map((language) => app.page(`/${language}/nothing`)));
    expect(new Set(pages.map((page) => page.querySelector('h1')?.text)).size).toBe(languages.length);
  });
});
