import { expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from './read-form.ts';

const schema = z.object({
  name: z
    .string()
    .min(2, 'short')
    .regex(/^[a-z]+$/, 'letters'),
  age: z.coerce.number(),
});
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test('a form is read by its schema, or says of each field what is first wrong with it', () => {
  expect(readForm(formOf({ name: 'anna', age: '7' }), schema)).toEqual({
    ok: true,
    value: { name: 'anna', age: 7 },
  });
  expect(readForm(formOf({ name: '1', age: '7' }), schema)).toEqual({
    ok: false,
    problems: [{ field: 'name', key: 'short' }],
  });
});

test('a field that comes twice counts once, and a file does not count', () => {
  const form = formOf({ name: 'anna', age: '7' });
  form.append('name', 'other');
  form.append('photo', new File(['x'], 'x.png'));
  expect(readForm(form, schema)).toMatchObject({ value: { name: 'anna' } });
});

test('what is missing is empty', () => {
  expect(readForm(formOf({ age: '7' }), schema)).toEqual({
    ok: false,
    problems: [{ field: 'name', key: 'short' }],
  });
});
