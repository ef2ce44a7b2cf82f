import { describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { languages } from '#services/i18n/languages.ts';
import { paths } from '../paths.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

const origin = 'https://nacre.example';

describe('a sitemap', () => {
  it('names each page in nine languages, each with nine alternates and its last change', () => {
    const page = { path: (l: 'en') => paths.practice(l, 'a-b'), changedAt: new Date('2026-11-23T22:00:00Z') };
    const urls = parse(sitemap(origin, [page as never])).querySelectorAll('url');
    expect(urls.map((url) => url.querySelector('loc')?.text)).toEqual(
      languages.map((language) => `${origin}/${language}/practices/a-b`),
    );
    for (const url of urls) {
      expect(url.getElementsByTagName('xhtml:link')).toHaveLength(9);
      expect(url.querySelector('lastmod')?.text).toBe('2026-11-23');
    }
  });

  it('of the largest part stays far below the 50,000 addresses and 50 MB that readers take', () => {
    const slug = 'a-title-of-a-practice-in-a-language-with-long-words-and-many-of-them-in-a-row-indeed';
    const entries = Array.from({ length: 250 }, (_, n) => ({
      path: (language: string) => paths.practice(language as 'en', `${slug}-${n}`),
      changedAt: new Date(0),
    }));
    const text = sitemap(origin, entries);
    expect(text.match(/<loc>/g)).toHaveLength(2250);
    expect(Buffer.byteLength(text)).toBeLessThan(5 * 1024 * 1024);
  });

  it('of sitemaps names each part', () => {
    const text = sitemapIndex(origin, [
      { path: '/a.xml' },
      { path: '/b.xml', changedAt: new Date('2026-11-23T00:00:00Z') },
    ]);
    expect(
      parse(text)
        .querySelectorAll('sitemap > loc')
        .map(({ text: at }) => at),
    ).toEqual([`${origin}/a.xml`, `${origin}/b.xml`]);
    expect(text).toContain('<lastmod>2026-11-23</lastmod>');
  });
});
