import { describe, expect, it } from 'vitest';
import { negotiateLanguage } from './negotiate.ts';

describe('the first visit', () => {
  it.each([
    [undefined, 'lv,en;q=0.8', 'lv'],
    [undefined, 'fr-FR,fr;q=0.9,sv-FI;q=0.8,en;q=0.5', 'sv'],
    [undefined, 'en;q=0.3,pl;q=0.9', 'pl'],
    [undefined, 'de;q=0,da', 'da'],
    [undefined, 'ru', 'en'],
    [undefined, null, 'en'],
    [undefined, ';;q=,*;q=x,', 'en'],
    ['fi', 'lv', 'fi'],
    ['xx', 'lv', 'lv'],
  ])('chosen %s and accepting %s begins in %s', (chosen, accept, language) => {
    expect(negotiateLanguage(chosen, accept)).toBe(language);
  });
});
