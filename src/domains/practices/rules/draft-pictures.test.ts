import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftPicture } from '../model.ts';
import { arrangePictures, pictureActs, wrongInPicture } from './draft-pictures.ts';
import { mergePictures } from './merge-pictures.ts';

const picture = (digest: string, more: Partial<DraftPicture> = {}): DraftPicture => ({
  digest,
  alt: `What ${digest} shows`,
  credit: 'Town archive',
  licence: 'CC BY 4.0',
  ...more,
});
const order = (pictures: readonly DraftPicture[]): string => pictures.map(({ digest }) => digest).join('');
const abc = ['a', 'b', 'c'].map((digest) => picture(digest));

describe('the order of pictures', () => {
  it.each([
    ['earlier', 'b', 'bac'],
    ['earlier', 'a', 'abc'],
    ['later', 'b', 'acb'],
    ['later', 'c', 'abc'],
    ['cover', 'c', 'cab'],
    ['remove', 'b', 'ac'],
    ['remove', 'x', 'abc'],
    ['cover', 'x', 'abc'],
  ] as const)('%s of %s in abc gives %s', (act, digest, expected) => {
    expect(order(arrangePictures(abc, act, digest))).toBe(expected);
  });

  it('is all that changes: only a removed picture goes, and no word of another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'abcdefg'), { minLength: 1 }),
        fc.constantFrom(...pictureActs),
        fc.constantFrom(...'abcdefg'),
        (digests, act, digest) => {
          const before = digests.map((name) => picture(name));
          const after = arrangePictures(before, act, digest);
          const expected = act === 'remove' ? before.filter((one) => one.digest !== digest) : before;
          expect(new Set(after)).toEqual(new Set(expected));
          expect(after).toHaveLength(expected.length);
        },
      ),
    );
  });
});

describe('what is wrong with a picture', () => {
  const wrong = (more: Partial<DraftPicture>, isKept = true) =>
    wrongInPicture(picture('a', more), 2, () => isKept).map(({ key, params, isMissing }) => [
      key.slice('contribute_problem_picture_'.length),
      params,
      isMissing ?? false,
    ]);
  it('is said with its number: what is missing, too long or not kept', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({}, false)).toEqual([['gone', { number: 2 }, false]]);
    expect(wrong({ alt: '', credit: '', licence: '' })).toEqual([
      ['alt', { number: 2 }, true],
      ['credit', { number: 2 }, true],
      ['licence', { number: 2 }, true],
    ]);
    expect(wrong({ licence: 'mine' })).toEqual([['licence', { number: 2 }, true]]);
    expect(wrong({ alt: '🌊'.repeat(500), credit: 'x'.repeat(200), licence: 'permission' })).toEqual([]);
    expect(wrong({ alt: 'x'.repeat(501), credit: 'x'.repeat(201) })).toEqual([
      ['alt_long', { number: 2, most: 500 }, false],
      ['credit_long', { number: 2, most: 200 }, false],
    ]);
  });
});

describe('two who change the pictures of one version', () => {
  it('each get what the other added, removed and wrote', () => {
    const theirs = [picture('a'), picture('b', { credit: 'A. Museum' }), picture('d')];
    const mine = [picture('b', { alt: 'A boat' }), picture('a'), picture('c'), picture('e')];
    const { pictures, isClear } = mergePictures(abc, theirs, mine);
    expect(isClear).toBe(true);
    expect(order(pictures)).toBe('baed');
    expect(pictures[0]).toEqual(picture('b', { alt: 'A boat', credit: 'A. Museum' }));
  });

  it('keep a picture that one removed while the other wrote about it', () => {
    const about = picture('b', { alt: 'A boat' });
    const without = [picture('a'), picture('c')];
    expect(mergePictures(abc, without, [picture('a'), about, picture('c')]).pictures).toContainEqual(about);
    expect(mergePictures(abc, [picture('a'), about, picture('c')], without).pictures).toContainEqual(about);
  });

  it('are asked where both wrote of one picture, each otherwise; nothing is lost', () => {
    const { pictures, isClear } = mergePictures(
      abc,
      [picture('a', { alt: 'Theirs' }), picture('b'), picture('c')],
      [picture('a', { alt: 'Mine' }), picture('b'), picture('c')],
    );
    expect(isClear).toBe(false);
    expect(pictures[0]?.alt).toBe('Mine');
  });

  it('make the same of it when one of them did nothing', () => {
    const changed = [picture('c', { alt: 'x' }), picture('a'), picture('z')];
    expect(mergePictures(abc, abc, changed).pictures).toEqual(changed);
    expect(new Set(mergePictures(abc, changed, abc).pictures)).toEqual(new Set(changed));
  });
});
