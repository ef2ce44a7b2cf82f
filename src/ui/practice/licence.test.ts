import { describe, expect, it } from 'vitest';
import { inLanguage, m } from '#services/i18n/index.ts';
import type { LatestPractice, PracticePage } from '#domains/practices/index.ts';
import { commonLicence, licenceOf } from './licence.ts';
import { practiceFeed } from './practice-feed.ts';
import { practiceJsonLd } from './practice-json-ld.ts';

const origin = 'https://nacre.example';
const latest = (id: number, licence: string): LatestPractice => ({
  id,
  identifier: `NP-${id}`,
  slug: `p-${id}`,
  title: 'A title',
  teaser: 'A teaser',
  language: 'en',
  state: 'original',
  course: null,
  yearStart: null,
  yearEnd: null,
  places: [],
  conceptIds: [],
  cover: { seed: `NP-${id}`, dimensions: [] },
  photo: null,
  publishedOn: '2026-01-01',
  changedAt: new Date('2026-01-02T00:00:00Z'),
  licence,
  concepts: [],
});
const feed = (...practices: LatestPractice[]) =>
  inLanguage('en', () =>
    practiceFeed({ practices, title: 'New', language: 'en', origin, self: '/en/a', list: '/en/b' }),
  );
const rights = (xml: string) => [...xml.matchAll(/<rights>(.*?)<\/rights>/g)].map(([, text]) => text);

describe('the licence of a practice', () => {
  it.each([
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC BY-SA 3.0', 'https://creativecommons.org/licenses/by-sa/3.0/'],
    ['CC BY-NC-ND 4.0', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'],
    ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['All rights reserved', undefined],
  ])('%s has the address %s', (name, url) => {
    expect(licenceOf(name)).toEqual(url ? { name, url } : { name });
  });

  it('is said of several only when all have it', () => {
    const [by, zero] = [{ licence: 'CC BY 4.0' }, { licence: 'CC0 1.0' }];
    expect(commonLicence([by, by])?.name).toBe('CC BY 4.0');
    expect([commonLicence([by, zero]), commonLicence([])]).toEqual([undefined, undefined]);
  });

  it('stands with each entry of a feed, and with the feed where it is everybody’s', () => {
    const mixed = feed(latest(1, 'CC BY-SA 4.0'), latest(2, 'All rights reserved'));
    expect(rights(mixed)).toEqual(['CC BY-SA 4.0', 'All rights reserved']);
    expect(mixed).not.toContain('rel="license"');
    const one = feed(latest(1, 'CC0 1.0'), latest(2, 'CC0 1.0'));
    expect(rights(one)).toEqual(['CC0 1.0', 'CC0 1.0', 'CC0 1.0']);
    expect(one).toContain('publicdomain/zero/1.0/');
    expect(one).toContain('/id/NP-1');
  });

  it.each([
    ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
    ['All rights reserved', { '@type': 'CreativeWork', name: 'All rights reserved' }],
  ])('%s is told to machines that read its page', (licence, told) => {
    const { publishedOn, changedAt, cover, slug, identifier } = latest(1, licence);
    const text = { language: 'en', state: 'original', title: 'A title', teaser: 'A teaser', summary: null };
    const page = {
      ...{ slug, identifier, cover, publishedOn, changedAt, licence, head: text, body: text },
      ...{ yearStart: null, yearEnd: null, course: null, concepts: [], places: [], sources: [], pictures: [] },
    } as unknown as PracticePage;
    const data = JSON.parse(inLanguage('en', () => practiceJsonLd(page, 'en', origin))) as object;
    expect(data).toMatchObject({ license: told });
  });

  it('stands in the booklet’s own words', () => {
    const words = (licence: string) => inLanguage('de', () => m.documents_licence({ licence }));
    expect(words('CC BY-SA 4.0')).toContain('unter der Lizenz CC BY-SA 4.0 ');
    expect(inLanguage('de', () => m.documents_licence_each())).toContain('Lizenz');
  });
});
