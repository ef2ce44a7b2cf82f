import { describe, expect, it } from 'vitest';
import { rankRelated } from './related.ts';

describe('related practices', () => {
  it('come with the shared challenge before the shared form, whatever the order they were found in', () => {
    const form = { id: 1, shared: ['culturalForm:food' as const] };
    const challenge = { id: 2, shared: ['culturalForm:food' as const, 'challenge:loneliness' as const] };
    expect(rankRelated([form, challenge], 5)).toEqual([
      { id: 2, shared: ['challenge:loneliness', 'culturalForm:food'] },
      form,
    ]);
  });

  it('are not made by a shared dimension alone', () => {
    expect(rankRelated([{ id: 1, shared: ['dimension:trust'] }], 5)).toEqual([]);
  });

  it('are as many as asked for, ties in the order of their numbers', () => {
    const shared = ['method:visioning' as const];
    expect(
      rankRelated(
        [
          { id: 3, shared },
          { id: 1, shared },
          { id: 2, shared },
        ],
        2,
      ).map(({ id }) => id),
    ).toEqual([1, 2]);
  });
});
