import { expect, test } from 'vitest';
import { markSvg } from './mark.ts';

test('the mark is three layers and the grain, within its frame, and small', () => {
  const svg = markSvg();
  expect(svg.match(/<path /g)).toHaveLength(3);
  expect(svg.match(/<circle /g)).toHaveLength(1);
  expect(svg).toContain('viewBox="-16 -16 32 32"');
  expect(svg.length).toBeLessThan(1100);
  expect(svg).not.toMatch(/style|<script|NaN| id=/);
  expect(markSvg()).toBe(svg);
});

test('beside a word the mark is decoration, alone it has a name, escaped', () => {
  expect(markSvg()).toContain('aria-hidden="true"');
  expect(markSvg({ title: 'Nacre & <friends>' })).toContain(
    'role="img"><title>Nacre &amp; &lt;friends&gt;</title>',
  );
});
