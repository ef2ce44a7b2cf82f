import { expect, it } from 'vitest';
import { otherPartners } from './partners.ts';

it('the organiser does not stand among the partners again, however it is spelled', () => {
  const partners = ['SVENDBORG  Municipality', 'Svendborg library', 'Rūjienas pagasts'];
  expect(otherPartners(partners, 'Svendborg municipality')).toEqual([
    'Svendborg library',
    'Rūjienas pagasts',
  ]);
  expect(otherPartners(partners, 'Rūjienas pagasts')).toEqual(partners.slice(0, 2));
  expect(otherPartners(partners, 'Rujienas pagasts')).toEqual(partners.slice(0, 2));
});

it('without an organiser all partners stay', () => {
  expect(otherPartners(['A library'], null)).toEqual(['A library']);
});
