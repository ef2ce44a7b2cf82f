import { expect, test } from 'vitest';
import { settingsForm } from './settings.ts';

const contactOf = (contact: string) => settingsForm.safeParse({ contact }).data?.contact;

test('an empty field sets nothing, and lines stay lines', () => {
  expect(settingsForm.parse({ name: '  ', controller: 'Town of Nida\r\nStreet 1 ' })).toEqual({
    name: null,
    operator: null,
    contact: null,
    imprint: null,
    controller: 'Town of Nida\nStreet 1',
  });
});

test.each([
  ['pearls@nida.example', 'pearls@nida.example'],
  ['https://nida.example/contact', 'https://nida.example/contact'],
  ['', null],
  ['javascript:alert(1)', undefined],
  ['http://nida.example', undefined],
  ['nobody', undefined],
])('contact %j', (typed, kept) => expect(contactOf(typed)).toBe(kept));

test('a text that is too long is refused', () => {
  const read = settingsForm.safeParse({ name: 'x'.repeat(61) });
  expect(read.error?.issues.map(({ message }) => message)).toEqual(['site_too_long']);
});
