import { describe, expect, it } from 'vitest';
import { machineText, mayBeMachine, needsMachine, startFrom } from './machine-text.ts';
import { wordsOf } from './translation-words.ts';

const empty = wordsOf(undefined);
const original = { ...empty, title: 'Choir', teaser: 'We sing' };

it('a machine’s text never takes the place of what a person wrote or checked', () => {
  expect(
    [undefined, 'machine', 'reviewed', 'stale', 'original'].map((state) => mayBeMachine(state as never)),
  ).toEqual([true, true, false, false, false]);
});

describe('what a machine made', () => {
  it('is cut to the limit of its field after a whole word', () => {
    const made = machineText(original, { title: 'Koris', teaser: `${'vārds '.repeat(40)}` });
    expect(made?.teaser).toMatch(/vārds…$/u);
    expect([...(made?.teaser ?? '')].length).toBeLessThanOrEqual(200);
  });

  it('is no text where it left out what the original says', () => {
    expect(machineText(original, { title: 'Koris', teaser: ' ' })).toBeUndefined();
  });

  it('says nothing that the original does not', () => {
    expect(machineText(original, { title: 'Koris', teaser: 'Dzied', funding: 'x' })?.funding).toBe('');
  });

  it('is the start of a translation, and touches nothing that somebody wrote', () => {
    const machine = { ...empty, title: 'Koris', teaser: 'Dzied' };
    expect(startFrom(machine, undefined)).toBe(machine);
    expect(startFrom(machine, { ...empty, title: 'Mans koris' })).toEqual({
      ...machine,
      title: 'Mans koris',
    });
  });
});

it('a machine is needed where something is missing, or the original changed since', () => {
  const whole = { ...empty, title: 'Koris', teaser: 'Dzied' };
  expect(needsMachine(original, { ...empty, title: 'Koris' }, null)).toBe(true);
  expect(needsMachine(original, whole, null)).toBe(false);
  expect(needsMachine(original, whole, original)).toBe(false);
  expect(needsMachine(original, whole, { ...original, title: 'Old' })).toBe(true);
});
