import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();

const hrefs = (page: Awaited<ReturnType<typeof app.page>>, selector: string) =>
  page.querySelectorAll(selector).map((link) => link.getAttribute('href') ?? '');
const like = '/en/towns/like-ours';

describe('the pages of towns', () => {
  it('are met from the header, the list, the practices of the town and the home page', async () => {
    expect(hrefs(await app.page('/en'), 'header nav a')).toContain('/en/towns');
    expect(hrefs(await app.page('/en'), 'main a')).toContain('/en/towns/rujiena');
    expect(hrefs(await app.page('/en/towns'), 'main a')).toContain('/en/towns/rujiena');
    expect(hrefs(await app.page('/en/practices?place=rujiena'), 'main article a')).toContain(
      '/en/towns/rujiena',
    );
    const practice = '/en/practices/youth-day-rujiena';
    expect(hrefs(await app.page(practice), 'main dl a')).toContain('/en/towns/rujiena');
  });

  it('answer in every language for every place, and lead only to pages that are there', async () => {
    const ids = (await app.db.selectFrom('place').select('id').execute()).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(60);
    for (const [number, id] of ids.entries()) {
      const path = `/${languages[number % languages.length]}/towns/${id}`;
      const page = await app.page(path);
      expect([path, page.querySelectorAll('h1').length]).toEqual([path, 1]);
    }
    for (const path of new Set(hrefs(await app.page('/sv/towns/kiel'), 'main a[href^="/"]'))) {
      // Whoever is not signed in is led there first.
      const isForMembers = path.endsWith('/claim');
      expect([path, (await app.ask(path)).status]).toEqual([path, isForMembers ? 303 : 200]);
    }
  });

  it.each(['/en/towns/atlantis', '/en/towns/constructor', '/en/towns/%00', '/en/towns/Kiel'])(
    'say of a town that is not known that it is not there: %s',
    async (path) => {
      expect([404, 400]).toContain((await app.ask(path)).status);
    },
  );

  it('describe the drawing in words', async () => {
    const [image] = (await app.page('/en/towns/rujiena')).querySelectorAll('header img');
    expect(image?.getAttribute('alt')).toContain('Belonging');
    const { status, headers } = await app.ask(image?.getAttribute('src') ?? '');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  it('give every sister town with its reasons', async () => {
    const sisters = (await app.page('/en/towns/rujiena')).querySelectorAll('#alike ~ ol > li');
    expect(sisters.map((sister) => sister.querySelector('h3')?.text)).toContain('Smiltene');
    for (const sister of sisters)
      expect(sister.querySelectorAll('ul[aria-label] li').length).toBeGreaterThan(0);
  });
});

describe('"Towns like ours"', () => {
  it('has one address a question', async () => {
    const answer = await app.ask(`${like}?town=&size=12+000&country=&coast=coast`);
    expect([answer.status, answer.headers.location]).toEqual([302, `${like}?size=12+000&coast=coast`]);
  });

  it('keeps what was asked in its form, and is not for search engines then', async () => {
    const page = await app.page(`${like}?size=12+000&country=FI&coast=coast&language=sv&shrinking=1`);
    expect(page.querySelector('#size')?.getAttribute('value')).toBe('12 000');
    expect(page.querySelector('#country option[selected]')?.getAttribute('value')).toBe('FI');
    expect(page.querySelector('#language-sv')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelector('#shrinking')?.hasAttribute('checked')).toBe(true);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex');
    expect(page.querySelectorAll('#result ~ ol > li')).toHaveLength(9);
  });

  it('says which number is wrong, beside the field and above, and keeps it', async () => {
    const page = await app.page(`${like}?size=a%22%3E%3Cb`);
    expect(hrefs(page, '[role=alert] a')).toEqual(['#size']);
    expect(page.querySelector('#size')?.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('#size')?.getAttribute('aria-describedby')).toContain('size-wrong');
    expect(page.querySelector('#size')?.getAttribute('value')).toBe('a">&lt;b'.replace('&lt;', '<'));
    expect(page.querySelector('#result')).toBeNull();
  });

  it('says kindly that a town is not in the list, and that an area is none', async () => {
    expect(hrefs(await app.page(`${like}?town=atlantis`), '[role=alert] a')).toEqual(['#town']);
    expect((await app.page(`${like}?town=lithuania`)).querySelector('main')?.text).toContain('not a town');
  });

  it('can be held to towns with practices', async () => {
    const page = await app.page(`${like}?town=jakobstad&practices=1`);
    const towns = page.querySelectorAll('#result ~ ol > li');
    expect(towns.length).toBeGreaterThan(3);
    for (const town of towns)
      expect(town.querySelectorAll('a[href*="/practices/"]').length).toBeGreaterThan(0);
  });

  it('publishes the rule in words with its numbers, in every language', async () => {
    for (const language of languages) {
      const page = await app.page(`/${language}/towns/like-ours`);
      const rule = page.querySelector('section[aria-labelledby=rule]')?.text ?? '';
      for (const number of ['40', '20', '15', '10'])
        expect([language, rule]).toEqual([language, expect.stringContaining(number)]);
    }
  });

  it.each([
    'town=%FF',
    'size=%00',
    'language='.repeat(500),
    `size=${'9'.repeat(1500)}`,
    'coast=coast&coast=x',
  ])('never fails, whatever is typed: %s', async (query) => {
    expect((await app.ask(`${like}?${query}`)).status).toBeLessThan(500);
  });
});
