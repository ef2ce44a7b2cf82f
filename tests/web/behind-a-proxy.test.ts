import { describe, expect, it } from 'vitest';
import { runningApp, type RunningApp } from './running-app.ts';

const publicOrigin = 'https://nacre.example';
const behindProxy = await runningApp({ ORIGIN: publicOrigin, TRUST_PROXY: 'on' });
const trusting = await runningApp({ TRUST_PROXY: 'on' });
const alone = await runningApp();

/** What a proxy that ends TLS sends on. */
const forwarded = {
  host: '10.0.0.7:3000',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'nacre.example',
  'x-forwarded-for': '203.0.113.9',
};

/**
 * A form sent as a browser sends it. No page has an action yet, so a form that is let through meets 405 (no such method);
 * one that SvelteKit takes for another site's meets 403 before that.
 */
async function sendForm(app: RunningApp, headers: Record<string, string>): Promise<number> {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers };
  return (await app.ask('/en/practices', { method: 'POST', headers: form, body: 'a=b' })).status;
}
const letThrough = 405;
const refused = 403;

describe('behind a proxy that ends https', () => {
  it('a form of the site’s own is let through', async () => {
    expect(await sendForm(behindProxy, { ...forwarded, origin: publicOrigin })).toBe(letThrough);
  });

  it('a form of the site’s own is let through also when the proxy says nothing of https, since ORIGIN does', async () => {
    expect(await sendForm(behindProxy, { origin: publicOrigin })).toBe(letThrough);
  });

  it.each([
    'https://evil.example',
    'http://nacre.example',
    'https://nacre.example:8443',
    'https://nacre.example.evil.example',
    'https://sub.nacre.example',
    'http://10.0.0.7:3000',
    'null',
  ])('a form from %s is refused', async (origin) => {
    expect(await sendForm(behindProxy, { ...forwarded, origin })).toBe(refused);
  });

  it('a form without an Origin is refused', async () => {
    expect(await sendForm(behindProxy, forwarded)).toBe(refused);
  });

  it.each(['multipart/form-data; boundary=x', 'text/plain'])(
    'a foreign form sent as %s is refused too',
    async (type) => {
      expect(
        await sendForm(behindProxy, { ...forwarded, origin: 'https://evil.example', 'content-type': type }),
      ).toBe(refused);
    },
  );

  it.each(['forwarded', 'x-forwarded-host', 'x-nacre-host', 'host'])(
    'nobody can say by %s that a foreign form is the site’s own',
    async (name) => {
      const value = name === 'forwarded' ? 'host=evil.example;proto=https' : 'evil.example';
      expect(
        await sendForm(behindProxy, {
          ...forwarded,
          [name]: value,
          'x-nacre-protocol': 'https',
          origin: 'https://evil.example',
        }),
      ).toBe(refused);
    },
  );

  it('every absolute link is made from ORIGIN, whatever the request says', async () => {
    const headers = { ...forwarded, host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    for (const path of [
      '/en',
      '/lv/practices?q=art',
      '/de/practices/cultural-spaces-svendborg',
      '/sitemap.xml',
      '/sitemap-pages.xml',
      '/sitemap-practices-1.xml',
      '/fi/practices.atom',
      '/fi/opensearch.xml',
      '/fi/practices/cultural-spaces-svendborg/citation.bib',
      '/robots.txt',
    ]) {
      const { text } = await behindProxy.ask(path, { headers });
      expect(text, path).toContain(`${publicOrigin}/`);
      expect(text, path).not.toMatch(/evil\.example|localhost|127\.0\.0\.1/);
    }
  });

  it('redirects stay on the site', async () => {
    for (const path of ['/', '/en/', '/id/NP-1', '/language/lv?to=/en/about']) {
      const { location } = (await behindProxy.ask(path, { headers: forwarded })).headers;
      expect(new URL(location ?? '', publicOrigin).origin, path).toBe(publicOrigin);
    }
  });

  it('the cookie of the chosen language is sent over https only', async () => {
    const { headers } = await behindProxy.ask('/language/lv?to=/en', { headers: forwarded });
    expect(headers['set-cookie']?.[0]).toMatch(/; Secure/);
  });
});

describe('with TRUST_PROXY and without ORIGIN', () => {
  it('a form is compared with what the proxy says', async () => {
    expect(await sendForm(trusting, { ...forwarded, origin: publicOrigin })).toBe(letThrough);
    expect(await sendForm(trusting, { ...forwarded, origin: 'http://nacre.example' })).toBe(refused);
  });

  it('only the nearest proxy is believed', async () => {
    const headers = { ...forwarded, 'x-forwarded-host': 'evil.example, nacre.example' };
    expect(await sendForm(trusting, { ...headers, origin: 'https://evil.example' })).toBe(refused);
    expect(await sendForm(trusting, { ...headers, origin: publicOrigin })).toBe(letThrough);
  });

  it.each(['evil.example/path', 'a b', 'evil.example@nacre.example', '<script>'])(
    'the host %j is a bad request',
    async (host) => {
      expect(await sendForm(trusting, { ...forwarded, 'x-forwarded-host': host, origin: publicOrigin })).toBe(
        400,
      );
    },
  );
});

describe('without TRUST_PROXY', () => {
  it('what a request forwards is thrown away: the trap of https forms is then open, and closed by ORIGIN or TRUST_PROXY', async () => {
    expect(await sendForm(alone, { ...forwarded, origin: publicOrigin })).toBe(refused);
  });

  it('a form sent to the server itself is let through', async () => {
    expect(await sendForm(alone, { host: 'localhost:3000', origin: 'http://localhost:3000' })).toBe(
      letThrough,
    );
  });

  it('the cookie of the chosen language works over http', async () => {
    expect(
      (await alone.ask('/language/lv?to=/en', { headers: forwarded })).headers['set-cookie']?.[0],
    ).not.toMatch(/Secure/);
  });
});
