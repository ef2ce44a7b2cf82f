import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceUnshowable, unshowable } from './unshowable.ts';

describe('a letter that no font has', () => {
  it('is read from what the compiler says, escaped or not', () => {
    const said =
      'message: "PDF/UA-1 error: the text `\\"日本\\"` could not be displayed with font `\\"A\\"`", the text `"\\u{7}"` could not be displayed';
    expect(unshowable(said)).toEqual(['日本', '\u0007']);
    expect(unshowable('something else')).toEqual([]);
  });

  it('becomes a question mark wherever it stands, and nothing else changes', () => {
    expect(replaceUnshowable('{"a":["x日y",1,null],"日":"\\u65e5"}', ['日'])).toBe(
      '{"a":["x?y",1,null],"日":"?"}',
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(replaceUnshowable(json, ['abc "{'])).toBe(json);
      }),
    );
  });
});
