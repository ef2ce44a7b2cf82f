import { expect, it } from 'vitest';
import { parsePracticeId } from '#domains/practices/forms/practice-ids.ts';
import { practiceIdentifier } from '#domains/practices/index.ts';
import { namedPractice } from './named-practice.ts';

it('names a practice as the room does, and as its form reads it', () => {
  for (const id of [1, 48, 123_456]) {
    expect(namedPractice(id)).toBe(practiceIdentifier(id));
    expect(parsePracticeId(namedPractice(id))).toBe(id);
  }
});
