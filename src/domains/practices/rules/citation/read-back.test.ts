import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#services/i18n/languages.ts';
import { bibtex, texText } from './bibtex.ts';
import type { Citation } from './citation.ts';
import { cslJson } from './csl-json.ts';
import { oneLine } from './one-line.ts';
import { ris } from './ris.ts';

type Name = { literal?: string; family?: string };
type Item = { author?: Name[]; issued?: { 'date-parts': number[][] } } & Record<string, unknown>;

/** The one item that an independent reader finds. */
function read(text: unknown): Item {
  const found = new Cite(text).data as Item[];
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}
const namesIn = (item: Item) => (item.author ?? []).map(({ literal, family }) => literal ?? family);

const citation: Citation = {
  identifier: 'NP-12',
  title: 'Cultural Spaces: a twelve-week course against loneliness',
  author: 'Nacre',
  publisher: 'Nacre',
  organised: 'Organised by Svendborg Municipality',
  url: 'https://nacre.example/id/NP-12',
  publishedOn: '2026-11-23',
  updatedOn: '2026-12-01',
  language: 'en',
  licence: 'CC BY 4.0',
  abstract: 'Young people & a library: 100% open.',
  keywords: ['loneliness', 'youth'],
};

/** What people type, and what trips parsers: TeX's own signs, its ligatures, the tags of RIS, letters of nine alphabets. */
const awkward = fc.constantFrom(
  ...['\\', '{', '}', '~', '^', '&', '%', '$', '#', '_', '--', '---', "''", '``', '?`', '"', '@', ',', '='],
  ...[
    ' and ',
    'TY  - JOUR',
    'ER  - ',
    '\r\n',
    '<b>',
    '&amp;',
    'é',
    'Łódź',
    'ā',
    'ß',
    'Õ',
    'İ',
    '«',
    '😀',
    '\0',
  ],
);
const typed = fc
  .array(fc.oneof(awkward, fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => oneLine(parts.join('')))
  .filter((text) => text !== '');

describe.each([
  ['BibTeX', bibtex],
  ['RIS', ris],
  ['CSL-JSON', (cited: Citation) => JSON.stringify(cslJson(cited))],
])('%s', (format, write) => {
  it('is read back by citation-js with everything that was cited', () => {
    const item = read(write(citation));
    expect(item).toMatchObject({
      id: 'NP-12',
      type: 'webpage',
      title: citation.title,
      publisher: 'Nacre',
      URL: citation.url,
      abstract: citation.abstract,
    });
    expect(namesIn(item)).toEqual(['Nacre']);
    expect(item.issued?.['date-parts'][0]?.slice(0, 2)).toEqual([2026, 11]);
    expect(String(item['keyword']).split(/, ?/)).toEqual(['loneliness', 'youth']);
    expect(item['note']).toContain('Organised by Svendborg Municipality. CC BY 4.0');
  });

  it('keeps any title and any abstract', () => {
    fc.assert(
      fc.property(typed, typed, (title, abstract) => {
        expect(read(write({ ...citation, title, abstract }))).toMatchObject({ title, abstract });
      }),
      { numRuns: 500 },
    );
  });

  it('names the collection as its one author and keeps any organiser in the note', () => {
    fc.assert(
      fc.property(typed, (organised) => {
        const item = read(write({ ...citation, organised }));
        expect(namesIn(item)).toEqual(['Nacre']);
        expect(item['note']).toContain(organised);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a collection’s name of two words in one piece', () => {
    expect(namesIn(read(write({ ...citation, author: 'Nacre and Pearl' })))).toEqual(['Nacre and Pearl']);
  });

  it('says of no organiser where none is known', () => {
    const item = read(write({ ...citation, organised: null }));
    expect(namesIn(item)).toEqual(['Nacre']);
    expect(item['note']).not.toContain('Organised');
  });

  it('says the language in every one', () => {
    for (const language of languages)
      expect(read(write({ ...citation, language }))['language']).toMatch(
        format === 'BibTeX' ? /^[a-z]{5,}$/ : new RegExp(`^${language}$`),
      );
  });
});

describe('BibTeX for TeX itself', () => {
  it('has balanced braces whatever the title: BibTeX counts them even behind a backslash', () => {
    fc.assert(
      fc.property(typed, (title) => {
        let depth = 0;
        for (const character of bibtex({ ...citation, title })) {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it('holds capitals where a style would lower them, and sets letters of nine alphabets as they are', () => {
    expect(bibtex({ ...citation, title: 'Rūjiena sings in Łódź & iPad' })).toContain(
      'title        = {{Rūjiena} sings in {Łódź} {\\&} {iPad}}',
    );
  });

  it('draws no two signs together', () => {
    expect(texText("a--b ''c'' 50_%")).toBe("a-{}-b '{}'c'{}' 50{\\_}{\\%}");
  });
});

describe('RIS as a file', () => {
  it('begins with its type, ends each line with CR LF, and ends itself', () => {
    const text = ris(citation);
    expect(text).toMatch(/^TY {2}- ELEC\r\n/);
    expect(text).toMatch(/\r\nER {2}- \r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  });
});
