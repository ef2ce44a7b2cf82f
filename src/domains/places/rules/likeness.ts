// How alike two towns are. The rule is published in words on the page "Towns like ours", with these very numbers.

/** What a town is compared by, or what somebody says of one that is not in the list (`id` null). Null and an empty list mean "not known". */
export type Profile = {
  id: string | null;
  inhabitants: number | null;
  countryCode: string | null;
  isOnCoast: boolean | null;
  languages: readonly string[];
  /** True where a source says that the number of inhabitants falls. That it does not, no source says. */
  isShrinking: true | null;
};

/** The most points each fact can give; a hundred in all. */
export const POINTS = { size: 40, coast: 20, languages: 15, shrinking: 15, country: 10 } as const;

/** Up to this many times as many inhabitants, a size is called similar. */
export const SIMILAR_SIZE = 2;
/** From this many times as many inhabitants on, size gives no points. */
export const OTHER_SIZE = 4;

/** Why two towns are alike: a fact true of both, and what it is worth. `own` is the first town's, `other` the second's. */
export type LikenessReason = { points: number } & (
  | { key: 'size-similar' | 'size-within'; own: number; other: number }
  | { key: 'coast' | 'inland' | 'shrinking' }
  | { key: 'languages'; languages: string[] }
  | { key: 'country'; countryCode: string }
);

export type Likeness = {
  /** 0 to 1. */
  likeness: number;
  /** The weightiest first. */
  reasons: LikenessReason[];
};

/**
 * How alike two towns are, the same from either side; null for a town and itself. What is not known of one of them is no
 * reason: it gives no points, to neither.
 */
export function likeness(a: Profile, b: Profile): Likeness | null {
  if (a.id !== null && a.id === b.id) return null;
  const reasons = [sizeReason, coastReason, languageReason, shrinkingReason, countryReason]
    .map((reasonFor) => reasonFor(a, b))
    .filter((reason) => reason !== null)
    .filter(({ points }) => points > 0)
    .toSorted((one, two) => two.points - one.points);
  return { likeness: reasons.reduce((sum, { points }) => sum + points, 0) / 100, reasons };
}

/** Full points for the same number, fewer with every time that one must be multiplied to reach the other. */
function sizeReason(a: Profile, b: Profile): LikenessReason | null {
  if (a.inhabitants === null || b.inhabitants === null) return null;
  const times = Math.max(a.inhabitants, b.inhabitants) / Math.min(a.inhabitants, b.inhabitants);
  return {
    key: times <= SIMILAR_SIZE ? 'size-similar' : 'size-within',
    points: Math.max(0, Math.round(POINTS.size * (1 - Math.log(times) / Math.log(OTHER_SIZE)))),
    own: a.inhabitants,
    other: b.inhabitants,
  };
}

function coastReason(a: Profile, b: Profile): LikenessReason | null {
  if (a.isOnCoast === null || a.isOnCoast !== b.isOnCoast) return null;
  return { key: a.isOnCoast ? 'coast' : 'inland', points: POINTS.coast };
}

/** By the share that the languages of both have among the languages of either. */
function languageReason(a: Profile, b: Profile): LikenessReason | null {
  const either = new Set([...a.languages, ...b.languages]);
  const languages = [...either].filter((code) => a.languages.includes(code) && b.languages.includes(code));
  if (languages.length === 0) return null;
  return {
    key: 'languages',
    points: Math.round((POINTS.languages * languages.length) / either.size),
    // In one order, whichever town is asked about.
    languages: languages.toSorted(),
  };
}

function shrinkingReason(a: Profile, b: Profile): LikenessReason | null {
  return a.isShrinking && b.isShrinking ? { key: 'shrinking', points: POINTS.shrinking } : null;
}

function countryReason(a: Profile, b: Profile): LikenessReason | null {
  if (a.countryCode === null || a.countryCode !== b.countryCode) return null;
  return { key: 'country', points: POINTS.country, countryCode: a.countryCode };
}

/** The towns most alike to the one asked about, the nearest first, at most `limit`; none without a reason, never the town itself. */
export function mostAlike<T extends Profile>(
  asked: Profile,
  towns: readonly T[],
  limit: number,
): (Likeness & { town: T })[] {
  return towns
    .flatMap((town) => {
      const found = likeness(asked, town);
      return found && found.reasons.length > 0 ? [{ town, ...found }] : [];
    })
    .toSorted((a, b) => b.likeness - a.likeness || ((a.town.id ?? '') < (b.town.id ?? '') ? -1 : 1))
    .slice(0, limit);
}
