import { expect, test } from 'vitest';
import { isTownRole, outranks, replacedBy } from './roles-in-town.ts';

const viewer = { role: 'town-viewer', scope: 'rujiena' } as const;
const owner = { role: 'town-owner', scope: 'rujiena' } as const;
const elsewhere = { role: 'town-editor', scope: 'jakobstad' } as const;
const mentor = { role: 'mentor', scope: '' } as const;

test('a person has one rank in a town, and any number of other roles', () => {
  const held = [viewer, elsewhere, mentor];
  expect(replacedBy(owner, held)).toEqual([viewer]);
  expect(replacedBy(viewer, held)).toEqual([]);
  expect(replacedBy({ role: 'editor', scope: '' }, held)).toEqual([]);
});

test('an owner may more than a viewer', () => {
  expect(outranks('town-owner', 'town-viewer')).toBe(true);
  expect(outranks('town-viewer', 'town-viewer')).toBe(false);
  expect(isTownRole('mentor')).toBe(false);
});
