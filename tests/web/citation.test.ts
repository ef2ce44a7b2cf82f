import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { somePractice } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const at = (language: string, slug = somePractice) => `/${language}/practices/${slug}`;
const formats = [
  ['bib', 'application/x-bibtex'],
  ['ris', 'application/x-research-info-systems'],
  ['csl.json', 'application/vnd.citationstyles.csl+json'],
] as const;

describe('a practice’s page', () => {
  it.each(languages)('says in %s how it is cited, and offers its files', async (language) => {
    const page = await app.page(at(language));
    const title = page.querySelector('h1')?.text ?? '';
    const sentence = page.querySelector('#cite + p');
    expect(sentence?.querySelector('cite')?.text).toBe(title);
    const said = sentence?.text.replace(/\s+/g, ' ').trim() ?? '';
    expect(said.slice(0, said.indexOf('NP-1'))).toBe(`Nacre (2026). ${title}. `);
    expect(said).toContain(' Svendborg Municipality. ');
    expect(sentence?.text).toContain(`${app.origin}/id/NP-1`);
    expect(page.querySelectorAll('a[href*="/citation."]').map((link) => link.getAttribute('href'))).toEqual(
      formats.map(([format]) => `${at(language)}/citation.${format}`),
    );
    expect(page.querySelector('meta[name=citation_title]')?.getAttribute('content')).toBe(title);
    expect(page.querySelector('meta[name=citation_author]')?.getAttribute('content')).toBe('Nacre');
    const data = page.querySelector('script[type="application/ld+json"]')?.text ?? '{}';
    expect(JSON.parse(data)).toMatchObject({ author: { name: 'Nacre' } });
  });

  it('holds the BibTeX entry in a field that can be selected without JavaScript', async () => {
    const field = (await app.page(at('en'))).querySelector('textarea[readonly]');
    expect(field?.text).toBe((await app.ask(`${at('en')}/citation.bib`)).text);
  });
});

describe.each(formats)('the file citation.%s', (format, mediaType) => {
  it('comes under its name and media type, open to any site', async () => {
    const { status, headers } = await app.ask(`${at('en')}/citation.${format}`);
    expect([status, headers['content-type']]).toEqual([200, `${mediaType}; charset=utf-8`]);
    expect(headers['content-disposition']).toBe(`attachment; filename="NP-1.${format}"`);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('of every practice of the seed is read by citation-js as its page is titled, in a language a practice', async () => {
    const practices = await app.db
      .selectFrom('practice')
      .select(['id', 'slug', 'organiser'])
      .orderBy('id')
      .execute();
    for (const [index, { id, slug, organiser }] of practices.entries()) {
      const language = languages[index % languages.length] ?? 'en';
      const file = await app.ask(`${at(language, slug)}/citation.${format}`);
      const [item] = new Cite(file.text).data as (Record<string, unknown> & { author?: object[] })[];
      expect(item).toMatchObject({
        type: 'webpage',
        title: (await app.page(at(language, slug))).querySelector('h1')?.text,
        URL: `${app.origin}/id/NP-${id}`,
        publisher: 'Nacre',
      });
      const names = (item?.author ?? []).flatMap((name) => Object.values(name) as string[]);
      expect(names).toEqual(['Nacre']);
      expect(item?.['note']).toContain(organiser ? `${organiser}. CC BY 4.0` : 'CC BY 4.0');
    }
  });

  it('moves with its practice, and is missing where there is none', async () => {
    await app.db
      .insertInto('practice_former_slug')
      .values({ slug: `former-${format.replace('.', '-')}`, practice_id: '1' as never })
      .execute();
    const moved = await app.ask(`${at('fi', `former-${format.replace('.', '-')}`)}/citation.${format}`);
    expect([moved.status, moved.headers.location]).toEqual([301, `${at('fi')}/citation.${format}`]);
    expect((await app.ask(`${at('fi', 'no-such')}/citation.${format}`)).status).toBe(404);
  });
});

it('a citation in a format that is not offered is an ordinary missing page', async () => {
  const page = await app.page(`${at('et')}/citation.docx`);
  expect(page.querySelector('html')?.getAttribute('lang')).toBe('et');
  expect((await app.ask(`${at('et')}/citation.docx`)).status).toBe(404);
});
