import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { hasFeedparser, readFeed } from '../setup/feed-reader.ts';
import { pageKinds } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const hasReader = await hasFeedparser();
const newest = 48;

const awkward = 'A & B <b>“x”</b> ]]> \u0001\ufffe &amp; <![CDATA[ žłõ 😀';
await app.db
  .updateTable('practice_text')
  .set({ title: awkward })
  .where('practice_id', '=', '5' as never)
  .execute();

describe('the feed of new practices', () => {
  it.skipIf(!hasReader).each(languages)('is read by feedparser in %s without a stumble', async (language) => {
    const { text } = await app.ask(`/${language}/practices.atom`);
    const { bozo, version, feed, entries } = await readFeed(text);
    expect({ bozo, version }).toEqual({ bozo: false, version: 'atom10' });
    expect(feed).toMatchObject({
      id: `${app.origin}/${language}/practices.atom`,
      link: `${app.origin}/${language}/practices`,
      language,
      rights: 'CC BY 4.0',
      author: 'Nacre',
    });
    expect(entries).toHaveLength(newest);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(newest);
    for (const entry of entries) {
      expect(entry.id).toMatch(new RegExp(`^${app.origin}/id/NP-\\d+$`));
      expect(entry.link).toMatch(new RegExp(`^${app.origin}/${language}/practices/[a-z0-9-]+$`));
      expect(entry['summary']).not.toBe('');
      expect(entry['tags']).not.toEqual([]);
      expect(new Date(String(entry['updated'])).getTime()).toBeGreaterThan(0);
    }
  });

  it.skipIf(!hasReader)('carries any title as it was typed, but for what XML cannot hold', async () => {
    const { bozo, entries } = await readFeed((await app.ask('/en/practices.atom')).text);
    expect(bozo).toBe(false);
    expect(entries.find(({ id }) => id.endsWith('/NP-5'))?.title).toBe(
      awkward.replace(/[\u0001\ufffe]/g, ''),
    );
  });

  it('marks what is in another language than the feed', async () => {
    await app.db
      .deleteFrom('practice_text')
      .where('practice_id', '=', '6' as never)
      .where('language', '=', 'lt')
      .execute();
    const { text } = await app.ask('/lt/practices.atom?country=LV');
    const { xml, entries } = parseAtomFeed(text);
    expect(xml?.lang).toBe('lt');
    const foreign = entries?.find(({ id }) => id?.endsWith('/NP-6'));
    expect(foreign?.title?.xml?.lang).toBe('en');
    expect(entries?.filter(({ title }) => title?.xml?.lang !== undefined)).toEqual([foreign]);
  });

  it('keeps to the facets of the list’s address, says so in its title, and leaves the rest', async () => {
    const { text, headers } = await app.ask('/lv/practices.atom?q=x&country=LV&page=3&challenge=loneliness');
    const { title, links, entries } = parseAtomFeed(text);
    expect(headers['last-modified']).toBeDefined();
    expect(title?.value).toContain('Latvija');
    expect(links?.find(({ rel }) => rel === 'self')?.href).toBe(
      `${app.origin}/lv/practices.atom?challenge=loneliness&country=LV`,
    );
    const list = JSON.parse((await app.ask('/lv/practices.json?country=LV&challenge=loneliness')).text) as {
      items: { identifier: string }[];
    };
    expect(entries?.map(({ id }) => id?.split('/').at(-1)).sort()).toEqual(
      list.items.map(({ identifier }) => identifier).sort(),
    );
  });

  it('is empty, and still a feed, where nothing is under its facets', async () => {
    const { status, text } = await app.ask('/pl/practices.atom?challenge=no-such');
    expect([status, parseAtomFeed(text).entries ?? []]).toEqual([200, []]);
  });

  it('is sent whole only when something changed', async () => {
    const path = '/da/practices.atom';
    await app.ask(path);
    const { headers } = await app.ask(path);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const again = await app.ask(path, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(['home', 'list'] as const)('is named in the head of the page "%s"', async (kind) => {
    for (const language of languages) {
      const link = (await app.page(pageKinds[kind](language))).querySelector(
        'link[type="application/atom+xml"]',
      );
      expect(link?.getAttribute('href')).toBe(`/${language}/practices.atom`);
    }
  });

  it('of a filtered list is linked from it', async () => {
    const page = await app.page('/en/practices?q=art&country=FI&sort=newest');
    expect(page.querySelector('main a[type="application/atom+xml"]')?.getAttribute('href')).toBe(
      '/en/practices.atom?country=FI',
    );
  });
});

describe('the description for OpenSearch', () => {
  it.each(languages)('leads a browser in %s to the list', async (language) => {
    const page = await app.page(pageKinds.about(language));
    const path = page.querySelector('link[rel=search]')?.getAttribute('href') ?? '';
    const { text, headers } = await app.ask(path);
    expect(headers['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
    const template = /<Url type="text\/html" template="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(template).toBe(`${app.origin}/${language}/practices?q={searchTerms}`);
    expect(/<ShortName>(.+)<\/ShortName>/.exec(text)?.[1]?.length).toBeLessThanOrEqual(16);
    const found = await app.ask(template.slice(app.origin.length).replace('{searchTerms}', 'kultur'));
    expect(found.status).toBe(200);
  });
});
