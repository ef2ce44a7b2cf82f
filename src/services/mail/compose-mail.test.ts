import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { hasJava, validateHtml } from '../../../tests/setup/vnu.ts';
import { languages } from '../i18n/index.ts';
import { composeMail } from './compose-mail.ts';
import type { LetterContent, Site } from './letter.ts';
import { withSecrets, withSecretsInHtml } from './secrets.ts';

const site: Site = { origin: 'https://nacre.example', notice: undefined };
const secretUrl = 'https://nacre.example/lv/sign-in?token=abc&next=%2Flv';
const content: LetterContent = {
  language: 'lv',
  subject: 'Ieeja vietnē „Nacre”',
  paragraphs: ['Ļoti īss ievads.', 'Pirmā rinda\nOtrā <b>rinda</b> & viss'],
  button: { label: 'Ieiet', secretUrl },
  ending: 'Saite der piecpadsmit minūtes.',
  reason: 'entered',
};
const isJavaThere = await hasJava();
const compose = (changed: Partial<LetterContent> = {}, at: Partial<Site> = {}) =>
  composeMail({ ...content, ...changed }, { ...site, ...at });

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = compose();
    const page = parse(html);
    for (const line of [
      'Labdien!',
      'Ļoti īss ievads.',
      'Otrā <b>rinda</b> & viss',
      'Ar cieņu',
      'https://nacre.example',
    ]) {
      expect(text).toContain(line);
      expect(page.querySelector('body')?.structuredText).toContain(line);
    }
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('lv');
    expect(page.querySelector('title')?.text).toBe('Ieeja vietnē „Nacre”');
    expect(page.querySelectorAll('b, table, img, script, style, link')).toEqual([]);
  });

  it('has its secret address in neither, only in its secrets, and whole once filled in', () => {
    const { text, html, subject, secrets } = compose();
    expect(text + html + subject).not.toMatch(/token|abc/);
    expect(secrets).toEqual({ link: secretUrl });
    expect(withSecrets(text, secrets)).toContain(`Ieiet:\n${secretUrl}\n`);
    const page = parse(withSecretsInHtml(html, secrets));
    expect(page.querySelectorAll('a').map((a) => a.getAttribute('href'))).toEqual([secretUrl]);
    expect(page.querySelector('span')?.text).toBe(secretUrl);
  });

  it('leads to an address that everybody may know without any secret', () => {
    const { text, secrets } = compose({
      button: { label: 'Lasīt', url: 'https://nacre.example/lv/practices' },
    });
    expect(text).toContain('Lasīt:\nhttps://nacre.example/lv/practices');
    expect(secrets).toEqual({});
  });

  it('has no place for a secret where somebody else wrote one', () => {
    const trap = 'https://evil.example/?\u{e000}link\u{e001}';
    const { text, html, secrets } = compose({
      subject: trap,
      paragraphs: [trap],
      ending: trap,
      button: { label: trap, secretUrl },
    });
    expect(withSecrets(text, secrets)).toContain('https://evil.example/?link');
    expect(withSecrets(text, secrets).split(secretUrl)).toHaveLength(2);
    expect(withSecretsInHtml(html, secrets).match(/token=abc/g)).toHaveLength(2);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/lv/sign-in', 'https://nacre.example/ x', ''])(
    'refuses a button that leads to %j',
    (url) => {
      expect(() => compose({ button: { label: 'x', url } })).toThrow(RangeError);
      expect(() => compose({ button: { label: 'x', secretUrl: url } })).toThrow(RangeError);
    },
  );

  it('says what this site is, unless the settings say something else or nothing', () => {
    expect(compose().text).toContain('Demonstrācijas vietne.');
    expect(compose({}, { notice: 'Turku pilot' }).text).toMatch(/Turku pilot\nhttps:\/\/nacre\.example\n$/);
    expect(compose({}, { notice: '' }).text).not.toContain('Demonstrācijas');
  });

  it('says why it is sent', () => {
    expect(compose({ reason: 'account' }).text).not.toBe(compose().text);
    expect(compose({ reason: 'account' }).text).toContain('konts');
  });

  it('is framed in each of the nine languages', () => {
    const frames = languages.map((language) => compose({ language, paragraphs: [] }));
    expect(new Set(frames.map(({ text }) => text.split('\n')[0])).size).toBe(9);
    expect(new Set(frames.map(({ text }) => text.slice(text.indexOf('-- ')))).size).toBe(9);
    expect(new Set(frames.map(({ html }) => parse(html).querySelectorAll('p')[3]?.text)).size).toBe(9);
  });

  it.skipIf(!isJavaThere)('is HTML that the checker finds nothing wrong with', async () => {
    const pages = languages.map((language) => {
      const { html, secrets } = compose({ language });
      return { name: language, html: withSecretsInHtml(html, secrets) };
    });
    expect(await validateHtml(pages)).toEqual([]);
  });
});
