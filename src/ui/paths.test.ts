import { describe, expect, it } from 'vitest';
import { inOtherLanguage, paths } from './paths.ts';

describe('addresses', () => {
  it('carry their language first', () => {
    expect(paths.practice('lv', 'folk-school-rujiena')).toBe('/lv/practices/folk-school-rujiena');
    expect(paths.practices('en', new URLSearchParams({ q: 'a b' }))).toBe('/en/practices?q=a+b');
    expect(paths.practices('en', new URLSearchParams())).toBe('/en/practices');
  });

  it('of shortlists, comparisons and booklets name their practices', () => {
    expect(paths.shortlist('fi')).toBe('/fi/shortlist');
    expect(paths.shortlist('fi', ['NP-1', 'NP-2'])).toBe('/fi/shortlist?id=NP-1&id=NP-2');
    expect(paths.compare('fi', ['NP-1', 'NP-2'])).toBe('/fi/practices/compare?id=NP-1&id=NP-2');
    expect(paths.booklet('fi', ['NP-1'])).toBe('/fi/practices/booklet?id=NP-1');
  });

  it.each([
    ['/en', '/pl'],
    ['/en?x=/en/', '/pl?x=/en/'],
    ['/en/practices?q=en', '/pl/practices?q=en'],
    ['/english', '/english'],
  ])('%s is the same page as %s', (from, to) => {
    expect(inOtherLanguage(from, 'pl')).toBe(to);
  });
});
