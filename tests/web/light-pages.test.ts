import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { pageKinds, pageVariants } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const every = Object.entries({ ...pageKinds, ...pageVariants });
const sentBytes = async (path: string, encoding: string) =>
  (await app.ask(path, { headers: { 'accept-encoding': encoding } })).sent.length;
const stylesheets = async (path: string) =>
  (await app.page(path))
    .querySelectorAll('link[rel=stylesheet]')
    .map((link) => link.getAttribute('href') ?? '');

/** What a browser fetches by itself: not where links lead. */
const fetched =
  'img, script, iframe, source, video, audio, embed, object, link:not([rel=canonical]):not([rel=alternate])';

describe.each(every)('the page "%s"', (_kind, address) => {
  it('sends no JavaScript, inline or not', async () => {
    for (const language of languages) {
      const page = await app.page(address(language));
      expect(page.querySelectorAll('script:not([type="application/ld+json"])')).toEqual([]);
      expect(page.querySelectorAll('[style], style, link[rel=modulepreload]')).toEqual([]);
      const handlers = page
        .querySelectorAll('*')
        .flatMap((element) => Object.keys(element.attributes))
        .filter((name) => name.startsWith('on'));
      expect(handlers).toEqual([]);
    }
  });

  it('loads nothing from another site', async () => {
    const page = await app.page(address('lv'));
    const urls = page
      .querySelectorAll(fetched)
      .flatMap(({ attributes: { src, href, data, srcset } }) =>
        [src, href, data, srcset].filter((url) => url !== undefined),
      );
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => new URL(url, app.origin).origin !== app.origin)).toEqual([]);
  });

  it('is guarded by a policy without inline script and by the usual headers', async () => {
    const { headers } = await app.ask(address('en'));
    const policy = new Map(
      (headers['content-security-policy']?.toString() ?? '').split(';').map((part) => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toMatch(/^'(none|self)'$/);
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('img-src')).toBe("'self'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each(['br', 'gzip'])('is compressed with %s', async (encoding) => {
    const { headers, sent, text } = await app.ask(address('en'), {
      headers: { 'accept-encoding': encoding },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(sent.length).toBeLessThan(text.length / 2);
  });
});

describe('what a page weighs', () => {
  it.each(languages)('is at most 30 kB for the HTML and CSS of the list in %s', async (language) => {
    const path = pageKinds.list(language);
    const parts = [path, ...(await stylesheets(path))];
    const sizes = await Promise.all(parts.map((part) => sentBytes(part, 'gzip, br')));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30_000);
  });

  it('is at most 80 kB for all its fonts, which come from here', async () => {
    const css = (
      await Promise.all((await stylesheets('/pl')).map(async (path) => (await app.ask(path)).text))
    ).join('\n');
    const urls = [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url = '']) => url);
    expect(
      urls.filter((url) => new URL(url, `${app.origin}/_app/immutable/assets/x.css`).origin !== app.origin),
    ).toEqual([]);
    const fonts = [
      ...new Set(
        urls
          .filter((url) => url.includes('.woff2'))
          .map((url) => new URL(url, `${app.origin}/_app/immutable/assets/x.css`).pathname),
      ),
    ];
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    const sizes = await Promise.all(fonts.map((font) => sentBytes(font, 'gzip, br')));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(80_000);
  });

  it('is at most 1.5 kB for each of the 48 thumbnails, kept for ever', async () => {
    const lists = await Promise.all(
      [pageKinds.list('en'), '/en/practices?page=2'].map((path) => app.page(path)),
    );
    const covers = lists
      .flatMap((list) => list.querySelectorAll('main article img'))
      .map((image) => image.getAttribute('src') ?? '');
    expect(covers).toHaveLength(48);
    const drawings = new Set<string>();
    for (const cover of covers) {
      const { status, headers, sent, text } = await app.ask(cover, {
        headers: { 'accept-encoding': 'gzip' },
      });
      expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
      expect(headers['cache-control']).toContain('immutable');
      expect(Math.max(sent.length, gzipSync(text).length), cover).toBeLessThanOrEqual(1500);
      expect(text, cover).not.toMatch(/<(script|text|image|foreignObject)\b/);
      drawings.add(text);
    }
    expect(drawings.size).toBe(48);
  });

  it('never carries a drawing of a practice inside the page', async () => {
    const page = await app.page(pageKinds.list('en'));
    expect(page.querySelectorAll('main svg')).toEqual([]);
    expect(page.querySelectorAll('main article img').map((img) => img.getAttribute('loading'))).toEqual(
      Array(24).fill('lazy'),
    );
  });
});

describe('the data inside a practice page', () => {
  it.each(languages)('is JSON-LD that parses, in %s', async (language) => {
    const blocks = (await app.page(pageKinds.practice(language))).querySelectorAll(
      'script[type="application/ld+json"]',
    );
    expect(blocks).toHaveLength(1);
    const data = JSON.parse(blocks[0]?.rawText ?? '') as Record<string, unknown>;
    expect(data['@context']).toBe('https://schema.org');
    expect(data['identifier']).toBe('NP-1');
    expect(data['@id']).toBe(`${app.origin}/id/NP-1`);
    expect(data['headline']).toBe((await app.page(pageKinds.practice(language))).querySelector('h1')?.text);
    expect(data['image']).toMatch(new RegExp(`^${app.origin}/covers/full/np-1-[0-9a-f]{8}\\.svg$`));
  });

  it('cannot end its element, whatever a practice is called', async () => {
    const title = '</script><img src=x onerror=alert(1)>&amp;<!--';
    await app.db
      .updateTable('practice_text')
      .set({ title })
      .where('practice_id', '=', '3' as never)
      .where('language', '=', 'en')
      .execute();
    const { slug } = await app.db
      .selectFrom('practice')
      .select('slug')
      .where('id', '=', '3' as never)
      .executeTakeFirstOrThrow();
    const page = await app.page(`/en/practices/${slug}`);
    expect(page.querySelectorAll('[onerror]')).toEqual([]);
    expect(page.querySelector('h1')?.text).toBe(title);
    expect(JSON.parse(page.querySelector('script')?.rawText ?? '')).toMatchObject({ headline: title });
  });
});
