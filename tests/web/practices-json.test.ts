import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { runningApp } from './running-app.ts';

type Item = {
  id: number;
  slug: string;
  title: string;
  teaser: string;
  place: string | null;
  country: string | null;
} & Record<string, unknown>;
type List = { total: number; items: Item[]; facets: Record<string, { code: string; count: number }[]> };

const app = await runningApp();
const json = async (path: string) => JSON.parse((await app.ask(path)).text) as List;
const facetNames = [
  'challenge',
  'culturalForm',
  'targetGroup',
  'method',
  'dimension',
  'country',
  'period',
  'size',
  'language',
];

describe('the practices as data', () => {
  it('are JSON that any site may read', async () => {
    const { status, headers } = await app.ask('/en/practices.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/json');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('give each practice its identifier, texts, place and vocabulary codes', async () => {
    const { total, items } = await json('/en/practices.json');
    expect(total).toBe(48);
    expect(items).toHaveLength(24);
    for (const item of items) {
      expect(item.id).toBeTypeOf('number');
      expect(item['identifier']).toBe(`NP-${item.id}`);
      expect(item.slug).toMatch(/^[a-z0-9-]+$/);
      expect(item['url']).toBe(`${app.origin}/en/practices/${item.slug}`);
      expect(item.title).not.toBe('');
      expect(item.teaser.length).toBeLessThanOrEqual(200);
      expect(item.country).toMatch(/^[A-Z]{2}$/);
      expect(typeof item.place === 'string' || item.place === null).toBe(true);
      for (const codes of [
        item['challenges'],
        item['culturalForms'],
        item['targetGroups'],
        item['methods'],
        item['dimensions'],
      ]) {
        expect(codes).toBeInstanceOf(Array);
        for (const code of codes as string[]) expect(code).toMatch(/^[a-z0-9-]+$/);
      }
    }
  });

  it('come page by page, all of them and each once', async () => {
    const pages = await Promise.all([1, 2].map((page) => json(`/en/practices.json?page=${page}`)));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(48);
  });

  it('beyond the last page have no items, and still their total', async () => {
    for (const page of ['3', '1e9']) {
      const { status, text } = await app.ask(`/en/practices.json?page=${page}`);
      expect([status, JSON.parse(text)]).toMatchObject([200, { total: 48, pageCount: 2, items: [] }]);
    }
  });

  it('know the facets of the page, and a town that is asked for', async () => {
    const { facets } = await json('/en/practices.json');
    expect(Object.keys(facets).filter((name) => name !== 'place')).toEqual(facetNames);
    expect(facets['place']).toEqual([]);
    const kiel = await json('/en/practices.json?place=kiel');
    expect(kiel.facets['place']).toEqual([{ code: 'kiel', label: 'Kiel', count: kiel.total }]);
  });

  it.each(facetNames)(
    'have true counts in the facet %s: each value alone finds as many as it says',
    async (name) => {
      const { facets } = await json('/en/practices.json');
      expect(facets[name]?.length).toBeGreaterThan(0);
      for (const { code, count } of facets[name] ?? []) {
        expect(
          (await json(`/en/practices.json?${new URLSearchParams({ [name]: code })}`)).total,
          `${name}=${code}`,
        ).toBe(count);
      }
    },
  );

  it('have counts that stay true under words and other facets', async () => {
    const asked = 'q=culture&country=FI&country=DK';
    const { facets } = await json(`/en/practices.json?${asked}`);
    for (const { code, count } of facets['culturalForm'] ?? []) {
      expect((await json(`/en/practices.json?${asked}&culturalForm=${code}`)).total, code).toBe(count);
    }
    for (const { code, count } of facets['country'] ?? []) {
      expect((await json(`/en/practices.json?q=culture&country=${code}`)).total, code).toBe(count);
    }
  });

  it('find more with a second value of a facet, and less with a second facet', async () => {
    const [fi, fiLv, fiPlanned] = await Promise.all(
      ['country=FI', 'country=FI&country=LV', 'country=FI&dimension=trust'].map((asked) =>
        json(`/en/practices.json?${asked}`),
      ),
    );
    expect(fiLv?.total).toBeGreaterThan(fi?.total ?? 0);
    expect(fiPlanned?.total).toBeLessThanOrEqual(fi?.total ?? 0);
  });
});

describe('the page and the data', () => {
  const questions = [
    '',
    '?q=theatre',
    '?country=FI&country=LV&sort=newest',
    '?q=music&targetGroup=young-people',
    '?sort=oldest&page=2',
    '?q=zzzqqq',
    '?country=DE&place=kiel',
  ];

  it.each(questions)('agree on practices%s', async (question) => {
    for (const language of languages) {
      const page = await app.page(`/${language}/practices${question}`);
      const { items, facets, total } = await json(`/${language}/practices.json${question}`);
      const shown = page.querySelectorAll('main article h2 a');
      expect(shown.map((link) => link.getAttribute('href'))).toEqual(
        items.map(({ slug }) => `/${language}/practices/${slug}`),
      );
      expect(shown.map((link) => link.text.trim())).toEqual(items.map(({ title }) => title));
      expect(page.querySelector('#results')?.text).toMatch(total === 0 ? /\S/ : new RegExp(`\\b${total}\\b`));
      const boxes = page.querySelectorAll('fieldset label').map((label) => ({
        name: label.querySelector('input')?.getAttribute('name'),
        code: label.querySelector('input')?.getAttribute('value'),
        count: Number(label.querySelector('.count')?.text),
      }));
      expect(boxes).toEqual(
        Object.entries(facets).flatMap(([name, values]) =>
          values.map(({ code, count }) => ({ name, code, count })),
        ),
      );
    }
  });

  it('mark the words that matched, and no other', async () => {
    const page = await app.page('/en/practices?q=theatre');
    const marked = page.querySelectorAll('main article mark').map(({ text }) => text.toLowerCase());
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((word) => !word.startsWith('theatr'))).toEqual([]);
  });

  it('show a town on the map as a filter that can be taken back, and that town’s practices only', async () => {
    const towns = (await app.page('/pl/map'))
      .querySelectorAll('main a')
      .map((link) => ({
        name: link.closest('li')?.querySelector('a')?.text ?? '',
        href: link.getAttribute('href') ?? '',
      }))
      .filter(({ href }) => href.startsWith('/pl/practices?place=') && !href.includes('&'))
      .slice(0, 8);
    expect(towns).toHaveLength(8);
    for (const { name, href } of towns) {
      const page = await app.page(href);
      const facts = page.querySelectorAll('main article').map((card) => card.text);
      expect(facts.length, href).toBeGreaterThan(0);
      const [active] = page.querySelectorAll('[aria-labelledby=results] ul a');
      expect(active?.text, href).toContain(name);
      expect(active?.getAttribute('href')).toBe('/pl/practices');
      const { items } = await json(href.replace('practices', 'practices.json'));
      expect(items).toHaveLength(facts.length);
    }
  });

  it('lead from nothing found to something', async () => {
    const page = await app.page('/en/practices?q=theatre&country=NO');
    const links = page
      .querySelectorAll('#results ~ .prose li a')
      .map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const href of links)
      expect((await json(href.replace('practices', 'practices.json'))).total, href).toBeGreaterThan(0);
  });
});
