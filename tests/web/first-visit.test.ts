import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const app = await runningApp();

describe('the first visit', () => {
  it.each([
    ['lv', 'lv'],
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
    ['fr-FR,fr;q=0.9,pl;q=0.5,de;q=0.7', 'de'],
    ['en;q=0.1,et;q=0.2', 'et'],
    ['sv;q=0,da', 'da'],
    ['fr, ru', 'en'],
    ['*', 'en'],
    ['', 'en'],
    ['lt;q=nonsense,;;;,,--', 'lt'],
    [`${'x'.repeat(8000)},lv`, 'en'],
  ])('with Accept-Language "%.40s" begins in %s', async (accepted, language) => {
    const answer = await app.ask('/', { headers: { 'accept-language': accepted } });
    expect([answer.status, answer.headers.location]).toEqual([302, `/${language}`]);
  });

  it('without Accept-Language begins in English', async () => {
    expect((await app.ask('/')).headers.location).toBe('/en');
  });

  it('is not answered to the next reader from a shared cache', async () => {
    const { headers } = await app.ask('/');
    expect(headers['cache-control']).toContain('private');
    expect(headers.vary?.toLowerCase()).toContain('accept-language');
  });

  it('goes by the chosen language rather than by the browser', async () => {
    const headers = { cookie: 'language=lt', 'accept-language': 'de' };
    expect((await app.ask('/', { headers })).headers.location).toBe('/lt');
  });

  it.each(['xx', '%00', '../en', '"><script>'])('takes no notice of a cookie that says %s', async (value) => {
    const headers = { cookie: `language=${value}`, 'accept-language': 'da' };
    expect((await app.ask('/', { headers })).headers.location).toBe('/da');
  });
});

describe('choosing a language', () => {
  it('leads to the same page in it, with its filters, and is remembered for a year', async () => {
    const answer = await app.ask(
      `/language/lv?to=${encodeURIComponent('/en/practices?q=loneliness&country=FI&page=2')}`,
    );
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      '/lv/practices?q=loneliness&country=FI&page=2',
    ]);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^language=lv;/);
    expect(cookie).toMatch(/Max-Age=31536000/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  it('is the only thing that sets a cookie', async () => {
    for (const path of ['/', '/en', '/en/practices?q=art', '/id/NP-1', '/nothing']) {
      expect((await app.ask(path)).headers['set-cookie'], path).toBeUndefined();
    }
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/en',
    'HTTPS://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/en\\..\\..\\evil',
    '/%2F/evil.example',
    '/en@evil.example',
    '.evil.example',
    '@evil.example',
    '',
  ])('never leads away from the site with to=%j', async (to) => {
    const answer = await app.ask(`/language/lv?to=${encodeURIComponent(to)}`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/lv']);
  });

  it.each([
    ['/en/../../evil.example', '/lv'],
    ['/en/..//evil.example', '/lv'],
    ['/en/.//evil.example', '/lv//evil.example'],
    ['/en/%2e%2e//evil.example', '/lv'],
  ])('never leads away from the site by climbing with to=%j', async (to, location) => {
    const answer = await app.ask(`/language/lv?to=${encodeURIComponent(to)}`);
    expect([answer.status, answer.headers.location]).toEqual([303, location]);
  });

  it('cannot put a header of its own into the answer', async () => {
    const answer = await app.ask('/language/lv?to=/en%0d%0aset-cookie:%20a=b');
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['set-cookie']).toHaveLength(1);
  });

  it('of a language that Nacre does not speak is a page that does not exist', async () => {
    expect((await app.ask('/language/ru?to=/en')).status).toBe(404);
  });
});
