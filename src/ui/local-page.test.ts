import { describe, expect, it } from 'vitest';
import { cameFrom, localPage } from './local-page.ts';

const here = new URL('https://nacre.example/en/shortlist');

it.each([
  ['/en', '/en'],
  ['/lv/practices?q=a%20b&page=2', '/lv/practices?q=a%20b&page=2'],
  ['/lv/practices#x', '/lv/practices'],
  ['/lv/../lv/about', '/lv/about'],
])('%s is the page %s', (to, page) => {
  expect(localPage(to, here)).toBe(page);
});

it.each([
  '',
  'en',
  '//evil.example/en',
  '/\\evil.example/en',
  '/\t/evil.example/en',
  '/en/..//evil.example',
  'https://evil.example/en',
  'javascript:alert(1)',
  '/health',
  '/language/lv?to=//evil.example',
  `/en?q=${'a'.repeat(2000)}`,
])('%j is none', (to) => {
  expect(localPage(to, here)).toBeNull();
});

describe('where a request came from', () => {
  const here = new URL('https://nacre.example/en/practices/compare');

  it('is a page of this site with its query', () => {
    expect(cameFrom('https://nacre.example/lv/shortlist?id=NP-1', here)).toBe('/lv/shortlist?id=NP-1');
  });

  it.each([
    null,
    '',
    'https://nacre.example',
    'https://nacre.example.evil.example/en',
    'https://evil.example/en',
    'https://nacre.example//evil.example/en',
    'http://nacre.example/en',
    '/en/shortlist',
  ])('is not known from %j', (referer) => {
    expect(cameFrom(referer, here)).toBeNull();
  });
});
