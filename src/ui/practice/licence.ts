/** A licence as it is named, and the address of its text where that is known. */
export type Licence = { name: string; url?: string };

/** The licence of a practice's texts by the name that is stored: one of Creative Commons has an address that follows from it. */
export function licenceOf(name: string): Licence {
  const [, kind, version] = /^CC (BY(?:-NC)?(?:-SA|-ND)?) (\d\.\d)$/.exec(name) ?? [];
  if (kind && version)
    return { name, url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` };
  if (name === 'CC0 1.0') return { name, url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  return { name };
}

/** The one licence that all of these have; undefined where they differ, or there are none. */
export function commonLicence(practices: readonly { licence: string }[]): Licence | undefined {
  const [first, ...others] = new Set(practices.map(({ licence }) => licence));
  return first === undefined || others.length > 0 ? undefined : licenceOf(first);
}
