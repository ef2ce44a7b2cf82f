import type { DraftPicture } from '../model.ts';

type Merged = {
  pictures: DraftPicture[];
  /** Nobody said of one picture what the other said otherwise. */
  isClear: boolean;
};

const parts = ['alt', 'credit', 'licence'] as const;

/**
 * Brings together what two people made of the same pictures: what either added is there, what either took away is gone unless the other
 * has written about it meanwhile, and of each description the words of whoever changed them. Mine come in my order, the others last.
 * Where both changed the same words mine are in the result.
 */
export function mergePictures(
  base: readonly DraftPicture[],
  theirs: readonly DraftPicture[],
  mine: readonly DraftPicture[],
): Merged {
  const before = byDigest(base);
  const ofThem = byDigest(theirs);
  const ofMe = byDigest(mine);
  let isClear = true;
  const merge = (picture: DraftPicture): DraftPicture[] => {
    const [was, other] = [before.get(picture.digest), ofThem.get(picture.digest)];
    if (!other) return was && isSame(was, picture) ? [] : [picture];
    const merged = { ...picture };
    for (const part of parts) {
      if (picture[part] === other[part]) continue;
      if (picture[part] === (was?.[part] ?? '')) merged[part] = other[part];
      else if (other[part] !== (was?.[part] ?? '')) isClear = false;
    }
    return [merged];
  };
  const merged = mine.flatMap(merge);
  const onlyTheirs = theirs.filter((picture) => {
    const was = before.get(picture.digest);
    return !ofMe.has(picture.digest) && !(was && isSame(was, picture));
  });
  return { pictures: [...merged, ...onlyTheirs], isClear };
}

const isSame = (a: DraftPicture, b: DraftPicture): boolean => parts.every((part) => a[part] === b[part]);

const byDigest = (pictures: readonly DraftPicture[]): Map<string, DraftPicture> =>
  new Map(pictures.map((picture) => [picture.digest, picture]));
