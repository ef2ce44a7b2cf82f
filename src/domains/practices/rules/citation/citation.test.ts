import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf } from './citation.ts';
import { oneLine } from './one-line.ts';
import { citationSentence } from './sentence.ts';

const practice = {
  identifier: 'NP-7',
  head: { title: 'Dziesmu klubs', teaser: 'Kopā dziedot.', language: 'lv', state: 'original' } as const,
  organiser: 'Cēsis Municipality' as string | null,
  licence: 'CC BY 4.0',
  publishedOn: '2026-11-23',
  changedAt: new Date('2026-12-01T23:30:00Z'),
  concepts: [{ label: 'vientulība' }],
};
const published = { by: 'Nacre', at: 'https://nacre.example/id/NP-7' };
const organised = (organiser: string) => `Organised by ${organiser}`;

describe('a citation', () => {
  it('names the collection as author, says who organised it, the year of publication, the address that stays and the day of the last change', () => {
    expect(citationOf(practice, published, organised)).toEqual({
      identifier: 'NP-7',
      title: 'Dziesmu klubs',
      author: 'Nacre',
      publisher: 'Nacre',
      organised: 'Organised by Cēsis Municipality',
      url: 'https://nacre.example/id/NP-7',
      publishedOn: '2026-11-23',
      updatedOn: '2026-12-01',
      language: 'lv',
      licence: 'CC BY 4.0',
      abstract: 'Kopā dziedot.',
      keywords: ['vientulība'],
    });
  });

  it('says of no organiser where none is known', () => {
    for (const organiser of [null, '', ' \n'])
      expect(citationOf({ ...practice, organiser }, published, organised)).toMatchObject({
        author: 'Nacre',
        organised: null,
      });
  });

  it('has a title even where there is nothing to read in the practice’s own', () => {
    const head = { ...practice.head, title: '\u0000 ' };
    expect(citationOf({ ...practice, head }, published, organised).title).toBe('NP-7');
  });
});

/** Any code points, halves of characters too. */
const anyText = fc
  .array(fc.oneof(fc.integer({ max: 0x9f, min: 0 }), fc.integer({ min: 0, max: 0x10ffff })))
  .map((points) => String.fromCodePoint(...points));

describe('one line', () => {
  it('holds nothing that XML or a line of RIS cannot carry, whatever was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = oneLine(text);
        return (
          oneLine(line) === line && !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|\s\s|^\s|\s$/u.test(line)
        );
      }),
    );
  });

  it('keeps the letters of nine alphabets, composed', () => {
    expect(oneLine('a\u0304 Žž\r\n\tŁódź ß æøå')).toBe('ā Žž Łódź ß æøå');
  });
});

describe('the sentence', () => {
  const citation = citationOf(practice, published, organised);
  const text = (parts: { before: string; title: string; after: string }) =>
    parts.before + parts.title + parts.after;

  it('reads from the collection to where, and names it once', () => {
    expect(text(citationSentence(citation, 'Updated 1 December 2026'))).toBe(
      'Nacre (2026). Dziesmu klubs. NP-7. Organised by Cēsis Municipality. Updated 1 December 2026. CC BY 4.0. https://nacre.example/id/NP-7',
    );
  });

  it('is silent about an organiser who is not known', () => {
    expect(text(citationSentence({ ...citation, organised: null }, 'Updated'))).toMatch(
      /^Nacre \(2026\)\. Dziesmu klubs\. NP-7\. Updated\. /,
    );
  });

  it('sets no full stop behind a question, nor a second one behind an abbreviation', () => {
    expect(citationSentence({ ...citation, title: 'Who sings?' }, 'Updated').after).toMatch(/^ NP-7\./);
    expect(citationSentence({ ...citation, organised: 'Träger: Chor e. V.' }, 'Updated').after).toContain(
      'Chor e. V. Updated',
    );
  });
});
