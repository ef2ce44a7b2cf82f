import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stoppedClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import {
  testDeepl,
  testLibreTranslate,
  type TestTranslationServer,
} from '../../../tests/setup/translation-server.ts';
import { charactersLeft, TranslationFailure, translateTexts, type TranslationSettings } from './index.ts';

const KEY = 'a-key:fx';
let database: TestDatabase;
let server: TestTranslationServer;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.deleteFrom('translation_usage').execute());
afterEach(() => server.close());

const at = new Date('2026-11-30T23:59:59Z');
const settings = (change: Partial<TranslationSettings> = {}): TranslationSettings => ({
  provider: 'libretranslate',
  url: server.url,
  key: undefined,
  timeoutMs: 2000,
  monthlyCharacters: 100_000,
  ...change,
});
const translate = (
  texts: string[],
  change: Partial<TranslationSettings> = {},
  [from, to]: ['lv' | 'en', 'lv' | 'en'] = ['en', 'lv'],
) =>
  translateTexts({ db: database.db, clock: stoppedClock(at.toISOString()) }, settings(change), { texts, from, to }).catch(
    (error: unknown) => {
      if (!(error instanceof TranslationFailure)) throw error;
      expect(error.message).not.toContain(KEY);
      return error.kind;
    },
  );
const left = () => charactersLeft(database.db, 100_000, at);

describe('LibreTranslate', () => {
  it('is given texts as a list, with the key in the body, and keeps their lines', async () => {
    server = await testLibreTranslate({ key: KEY });
    expect(await translate(['One.\n\nTwo.', 'Three'], { key: KEY })).toEqual([
      'mtlv·One.\n\nmtlv·Two.',
      'mtlv·Three',
    ]);
    expect(server.arrived).toHaveLength(1);
    expect(server.arrived[0]).toMatchObject({
      path: 'POST /translate',
      body: { q: ['One.', 'Two.', 'Three'], source: 'en', target: 'lv', format: 'text', api_key: KEY },
    });
    expect(await left()).toBe(100_000 - 13);
  });

  it('without a key, or with a wrong one, refuses, and nothing is counted', async () => {
    server = await testLibreTranslate({ key: KEY });
    expect(await translate(['One'])).toBe('refused');
    expect(await translate(['One'], { key: 'another' })).toBe('refused');
    expect(await left()).toBe(100_000);
  });

  it('is not asked for more at once than a small one takes', async () => {
    server = await testLibreTranslate({ charLimit: 2000, batchLimit: 25 });
    const long = `${'A sentence of some length. '.repeat(300)}\n${'x'.repeat(5000)}`;
    const short = Array.from({ length: 60 }, (_, n) => `text ${n}`);
    const answer = await translate([long, ...short]);
    expect(answer).toHaveLength(61);
    expect(String(answer[0]).replaceAll('mtlv·', '')).toBe(long);
    expect(answer[60]).toBe('mtlv·text 59');
    expect(server.arrived.length).toBeGreaterThan(6);
  });
});

describe('DeepL', () => {
  it('is given the key in a header, and its own names of languages', async () => {
    server = await testDeepl(KEY);
    const deepl = { provider: 'deepl', key: KEY } as const;
    expect(await translate(['Viens'], deepl, ['lv', 'en'])).toEqual(['mten·Viens']);
    expect(await translate(['One'], deepl)).toEqual(['mtlv·One']);
    expect(server.arrived.map(({ path, body }) => [path, body])).toEqual([
      [
        'POST /v2/translate',
        { text: ['Viens'], source_lang: 'LV', target_lang: 'EN-GB', formality: 'prefer_more' },
      ],
      [
        'POST /v2/translate',
        { text: ['One'], source_lang: 'EN', target_lang: 'LV', formality: 'prefer_more' },
      ],
    ]);
    expect(server.arrived[0]?.headers.authorization).toBe(`DeepL-Auth-Key ${KEY}`);
  });

  it('with a wrong key refuses', async () => {
    server = await testDeepl(KEY);
    expect(await translate(['One'], { provider: 'deepl', key: 'another' })).toBe('refused');
  });
});

describe('what goes wrong', () => {
  it.each([
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [529, 'later'],
    [456, 'quota'],
    [400, 'refused'],
    [413, 'refused'],
    ['redirect', 'refused'],
    ['too few', 'refused'],
    ['nonsense', 'later'],
  ] as const)('%s: %s, and nothing is counted', async (failing, kind) => {
    server = await testDeepl(KEY);
    server.fail(failing);
    expect(await translate(['One'], { provider: 'deepl', key: KEY })).toBe(kind);
    // A redirect is not followed: the key would go along.
    expect(server.arrived).toHaveLength(1);
    expect(await left()).toBe(100_000);
    expect(await translate(['One'], { provider: 'deepl', key: KEY })).toEqual(['mtlv·One']);
  });

  it('a provider that says nothing is left after the time-out', async () => {
    server = await testLibreTranslate();
    server.fail('silence');
    const began = performance.now();
    expect(await translate(['One'], { timeoutMs: 200 })).toBe('later');
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('a provider that is not there is asked again later', async () => {
    server = await testLibreTranslate();
    expect(await translate(['One'], { url: 'http://127.0.0.1:9' })).toBe('later');
  });
});

describe('the monthly limit', () => {
  it('is never passed, also by several at once, and begins anew with the month', async () => {
    server = await testLibreTranslate();
    const once = () => translate(['ten letter'], { monthlyCharacters: 35 });
    const answers = await Promise.all([once(), once(), once(), once(), once()]);
    expect(answers.filter((answer) => answer === 'quota')).toHaveLength(2);
    expect(server.arrived).toHaveLength(3);
    expect(await charactersLeft(database.db, 35, at)).toBe(5);
    expect(await charactersLeft(database.db, 35, new Date('2026-12-01T00:00:00Z'))).toBe(35);
  });
});
