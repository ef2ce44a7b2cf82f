import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { pageKinds } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const marksOf = async (path: string) => (await app.page(path)).querySelectorAll('main svg a');
const hrefs = (elements: { getAttribute(name: string): string | undefined }[]) =>
  elements.map((element) => (element.getAttribute('href') ?? '').replaceAll('&amp;', '&'));

describe('the map', () => {
  it.each(languages)('names every mark and its practices, in %s', async (language) => {
    const marks = await marksOf(pageKinds.map(language));
    expect(marks.length).toBeGreaterThan(15);
    for (const mark of marks) {
      const name = mark.getAttribute('aria-label') ?? '';
      expect(name).toMatch(/^.+: \d+ \S+/);
      expect(mark.querySelector('title')?.text).toBe(name);
      const seen = mark.querySelector('text')?.text.trim() ?? '';
      expect([name, seen]).not.toEqual([name, '']);
      expect(name.startsWith(seen)).toBe(true);
    }
  });

  it('of the whole region and of each country writes the name of every mark, in every language', async () => {
    for (const language of languages) {
      for (const country of ['', '?country=DE', '?country=FI', '?country=LV', '?country=SE']) {
        const marks = await marksOf(pageKinds.map(language) + country);
        expect(marks.length).toBeGreaterThan(2);
        const nameless = marks.filter((mark) => !mark.querySelector('text'));
        expect([language, country, nameless.map((mark) => mark.getAttribute('aria-label'))]).toEqual([
          language,
          country,
          [],
        ]);
      }
    }
  });

  it('lets a finger hit each mark and no other: 24 pixels on a map 350 pixels wide', async () => {
    const page = await app.page(pageKinds.map('en'));
    const [, , width = 0] = (page.querySelector('main svg')?.getAttribute('viewBox') ?? '')
      .split(' ')
      .map(Number);
    const reaches = page.querySelectorAll('main svg .reach').map((circle) => {
      const [x = 0, y = 0, r = 0] = ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)));
      return { x, y, r };
    });
    expect(reaches.length).toBeGreaterThan(15);
    for (const { r } of reaches) expect((2 * r * 350) / width).toBeGreaterThanOrEqual(24);
    reaches.forEach((a, n) =>
      reaches
        .slice(n + 1)
        .forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r - 2)),
    );
  });

  it('has a name itself, and its land is a file of this site that may be kept for ever', async () => {
    const page = await app.page(pageKinds.map('de'));
    const svg = page.querySelector('main svg');
    expect(svg?.getAttribute('role')).toBe('group');
    expect(svg?.getAttribute('aria-label')).toBe(svg?.querySelector('title')?.text);
    const [file] = (svg?.querySelector('use')?.getAttribute('href') ?? '').split('#');
    expect(file).toMatch(/^\/outlines\/region-[0-9a-f]{8}\.svg$/);
    const { status, headers, sent } = await app.ask(file ?? '', { headers: { 'accept-encoding': 'gzip' } });
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(headers['cache-control']).toContain('immutable');
    // Land, marks and names together are the map.
    expect(sent.length + gzipSync(svg?.outerHTML ?? '').length).toBeLessThanOrEqual(25_000);
  });

  it('finds outlines under an old name, and none of what is no view', async () => {
    expect((await app.ask('/outlines/region-00000000.svg')).headers.location).toMatch(/^\/outlines\/region-/);
    for (const path of ['NO-00000000.svg', 'region', 'constructor.svg', `${'x'.repeat(500)}.svg`, '%00.svg'])
      expect([404, 400]).toContain((await app.ask(`/outlines/${path}`)).status);
  });

  it('leads from every mark to something that answers', async () => {
    const targets = hrefs(await marksOf('/en/map?q=culture&country=FI')).filter((href) =>
      href.startsWith('/'),
    );
    expect(targets.length).toBeGreaterThan(2);
    for (const href of targets) expect([href, (await app.ask(href)).status]).toEqual([href, 200]);
    const page = await app.page('/en/map');
    for (const anchor of hrefs(page.querySelectorAll('main svg a')).filter((href) => href.startsWith('#')))
      expect(page.querySelector(anchor), anchor).not.toBeNull();
  });

  it('has every place in the list beside it, by country, with the number that its link lists', async () => {
    const page = await app.page('/en/map');
    const links = page.querySelectorAll('main section[aria-labelledby=places] li a.small');
    const places = await app.db.selectFrom('practice_place').select('place_id').distinct().execute();
    expect(links).toHaveLength(places.length);
    for (const link of links.slice(0, 5)) {
      const list = await app.page(hrefs([link])[0] ?? '');
      expect(list.querySelectorAll('main article')).toHaveLength(parseInt(link.text));
    }
  });

  it('keeps the filters on the way to the list and back', async () => {
    const query = 'q=culture&challenge=loneliness&country=FI&country=LV&sort=oldest';
    const map = await app.page(`/en/map?${query}`);
    expect(hrefs(map.querySelectorAll('#results a'))).toEqual([`/en/practices?${query}`]);
    const list = await app.page(`/en/practices?${query}&page=1`);
    expect(list).toBeDefined();
    const filtered = await app.page(`/en/practices?${query}`);
    expect(hrefs(filtered.querySelectorAll('main p a'))).toContain(`/en/map?${query}`);
    expect(map.querySelector('form')?.getAttribute('action')).toBe('/en/map#results');
    expect(map.querySelector('input[name=sort]')?.getAttribute('value')).toBe('oldest');
  });

  it('of one country is drawn larger, and says which places lie outside', async () => {
    const page = await app.page('/en/map?country=LV');
    expect(page.querySelector('use')?.getAttribute('href')).toMatch(/^\/outlines\/LV-/);
    const inList = page.querySelectorAll('section[aria-labelledby=places] li').length;
    const onMap = page
      .querySelectorAll('main svg a')
      .map((mark) => 1 + Number(/\+(\d+)/.exec(mark.getAttribute('aria-label') ?? '')?.[1] ?? 0))
      .reduce((sum, count) => sum + count, 0);
    const outside = Number(
      /Outside this map: (\d+)/.exec(page.querySelector('figcaption')?.text ?? '')?.[1] ?? 0,
    );
    expect(onMap + outside).toBe(inList);
  });

  it('has one address for one map', async () => {
    const { status, headers } = await app.ask('/en/map?q=&country=FI&page=3&nonsense=1');
    expect([status, headers.location]).toEqual([302, '/en/map?country=FI']);
  });

  it('lets every filter that no practice has be empty without an error', async () => {
    for (const query of [
      'country=constructor',
      'country=NO',
      'place=hasOwnProperty',
      'q=%F0%9F%A6%AA',
      'country=FI&place=kiel',
    ])
      expect([query, (await app.ask(`/en/map?${query}`)).status]).toEqual([query, 200]);
  });
});

describe('a small map', () => {
  it('stands on a practice’s page as a picture that says where it is', async () => {
    const svg = (await app.page(pageKinds.practice('fi'))).querySelector('aside svg');
    expect(svg?.getAttribute('role')).toBe('img');
    expect(svg?.getAttribute('aria-label')).toContain('Svendborg');
    expect(svg?.querySelectorAll('a')).toEqual([]);
    expect(svg?.querySelectorAll('text').map(({ text }) => text)).toEqual(['Svendborg']);
  });

  it('stands on the front page with all places, and the map is one step away', async () => {
    const home = await app.page('/lv');
    expect(home.querySelectorAll('.home-map svg a').length).toBeGreaterThan(15);
    expect(hrefs(home.querySelectorAll('.home-map .text a'))).toContain('/lv/map');
  });
});
