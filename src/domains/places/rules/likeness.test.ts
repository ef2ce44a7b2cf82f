import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, mostAlike, POINTS, type LikenessReason, type Profile } from './likeness.ts';

const nothing: Profile = {
  id: null,
  inhabitants: null,
  countryCode: null,
  isOnCoast: null,
  languages: [],
  isShrinking: null,
};
const town = (id: string, facts: Partial<Profile> = {}): Profile => ({ ...nothing, id, ...facts });

const languages = fc.uniqueArray(fc.constantFrom('fi', 'sv', 'et', 'lv', 'ru'), { maxLength: 4 });
const profile = fc.record<Profile>({
  id: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
  inhabitants: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
  countryCode: fc.option(fc.constantFrom('FI', 'SE', 'EE', 'LV')),
  isOnCoast: fc.option(fc.boolean()),
  languages,
  isShrinking: fc.constantFrom(true as const, null),
});
/** The same facts seen from the other town. */
const turned = (reason: LikenessReason): LikenessReason =>
  'own' in reason ? { ...reason, own: reason.other, other: reason.own } : reason;
const pointsFor = (a: Profile, b: Profile, key: LikenessReason['key']) =>
  likeness(a, b)?.reasons.find((reason) => reason.key === key)?.points;

describe('the likeness of two towns', () => {
  it('is the same from either side, with the same reasons', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const [there, back] = [likeness(a, b), likeness(b, a)];
        expect(back && { ...back, reasons: back.reasons.map(turned) }).toEqual(there);
      }),
    );
  });

  it('does not exist between a town and itself', () => {
    fc.assert(
      fc.property(profile, profile, fc.constantFrom('a', 'b'), (a, b, id) => {
        expect(likeness({ ...a, id }, { ...b, id })).toBeNull();
      }),
    );
  });

  it('lies between 0 and 1, and is exactly what its reasons add up to', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const found = likeness(a, b);
        if (!found) return;
        expect(found.likeness).toBeGreaterThanOrEqual(0);
        expect(found.likeness).toBeLessThanOrEqual(1);
        const sum = found.reasons.reduce((points, reason) => points + reason.points, 0);
        expect(found.likeness).toBe(sum / 100);
      }),
    );
  });

  it('gives no reason that is not true of both', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        for (const reason of likeness(a, b)?.reasons ?? []) {
          expect(reason.points).toBeGreaterThan(0);
          switch (reason.key) {
            case 'size-similar':
            case 'size-within': {
              expect([reason.own, reason.other]).toEqual([a.inhabitants, b.inhabitants]);
              const times = Math.max(reason.own, reason.other) / Math.min(reason.own, reason.other);
              expect(times <= 2).toBe(reason.key === 'size-similar');
              expect(times).toBeLessThan(4);
              break;
            }
            case 'coast':
              expect([a.isOnCoast, b.isOnCoast]).toEqual([true, true]);
              break;
            case 'inland':
              expect([a.isOnCoast, b.isOnCoast]).toEqual([false, false]);
              break;
            case 'shrinking':
              expect([a.isShrinking, b.isShrinking]).toEqual([true, true]);
              break;
            case 'country':
              expect([a.countryCode, b.countryCode]).toEqual([reason.countryCode, reason.countryCode]);
              break;
            case 'languages':
              for (const code of reason.languages) {
                expect(a.languages).toContain(code);
                expect(b.languages).toContain(code);
              }
          }
        }
      }),
    );
  });

  it('is never larger for knowing less', () => {
    fc.assert(
      fc.property(
        profile,
        profile,
        fc.constantFrom('inhabitants', 'countryCode', 'isOnCoast', 'isShrinking'),
        (a, b, fact) => {
          const less = likeness(a, { ...b, [fact]: null });
          expect(less?.likeness ?? 0).toBeLessThanOrEqual(likeness(a, b)?.likeness ?? 0);
        },
      ),
    );
  });

  it('is whole where every fact is the same', () => {
    const facts: Partial<Profile> = {
      inhabitants: 12_000,
      countryCode: 'FI',
      isOnCoast: true,
      languages: ['fi', 'sv'],
      isShrinking: true,
    };
    expect(likeness(town('a', facts), town('b', facts))).toMatchObject({ likeness: 1 });
    expect(likeness(town('a', facts), town('b', facts))?.reasons.map(({ key }) => key)).toEqual([
      'size-similar',
      'coast',
      'languages',
      'shrinking',
      'country',
    ]);
  });

  it.each([
    [1000, 1000, 'size-similar', 40],
    [1000, 2000, 'size-similar', 20],
    [1000, 2001, 'size-within', 20],
    [1000, 3999, 'size-within', undefined],
    [1000, 4000, 'size-within', undefined],
    [1000, 9_000_000, 'size-within', undefined],
  ] as const)('in size, %i beside %i inhabitants: %s gives %s points', (own, other, key, points) => {
    expect(pointsFor(town('a', { inhabitants: own }), town('b', { inhabitants: other }), key)).toBe(points);
  });

  it.each([
    [['sv'], ['sv'], 15],
    [['fi', 'sv'], ['sv'], 8],
    [['fi', 'sv'], ['sv', 'fi'], 15],
    [['fi'], ['sv'], undefined],
    [[], [], undefined],
  ])('in language, %j beside %j gives %s points', (own, other, points) => {
    expect(pointsFor(town('a', { languages: own }), town('b', { languages: other }), 'languages')).toBe(
      points,
    );
  });

  it('has a hundred points in all', () => {
    expect(Object.values(POINTS).reduce((sum, points) => sum + points, 0)).toBe(100);
  });
});

describe('the towns most alike', () => {
  it('come nearest first, ties by their ids, without the town itself and without those that share nothing', () => {
    const asked = town('asked', { inhabitants: 1000, isOnCoast: true });
    const towns = [
      town('z', { isOnCoast: true }),
      town('nothing-known'),
      asked,
      town('b', { isOnCoast: true }),
      town('near', { inhabitants: 1000, isOnCoast: true }),
    ];
    expect(mostAlike(asked, towns, 9).map((found) => found.town.id)).toEqual(['near', 'b', 'z']);
    expect(mostAlike(asked, towns, 2).map((found) => found.town.id)).toEqual(['near', 'b']);
  });

  it('do not depend on the order in which they are known', () => {
    fc.assert(
      fc.property(profile, fc.uniqueArray(profile, { selector: ({ id }) => id }), (asked, towns) => {
        const named = towns.filter(({ id }) => id !== null);
        expect(mostAlike(asked, named.toReversed(), 5)).toEqual(mostAlike(asked, named, 5));
      }),
    );
  });
});
