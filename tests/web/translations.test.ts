import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { testLibreTranslate } from '../setup/translation-server.ts';
import { hasJava, validateHtml } from '../setup/vnu.ts';
import type { FormReader } from './form-reader.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';

const provider = await testLibreTranslate();
afterAll(() => provider.close());
const app = await runningApp({
  NACRE_SECRET: testSecret,
  NACRE_TRANSLATION_PROVIDER: 'libretranslate',
  NACRE_TRANSLATION_URL: provider.url,
});
const asTranslator = (name: string, language = 'lv') =>
  signedInAs(app, name, [{ role: 'translator', scope: language }]);
const isJavaHere = await hasJava();

const list = '/en/contribute/translations';
const pageOf = (number: number, to = 'lv', language = 'en') =>
  `/${language}/contribute/translations/NP-${number}/${to}`;
const hidden = (reader: FormReader, name: string): string =>
  reader.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
const main = (reader: FormReader): string => reader.page.querySelector('main')?.text ?? '';

/** What the form would post as it stands, with some fields changed. */
function form(reader: FormReader, change: Record<string, string> = {}): URLSearchParams {
  const fields = reader.page.querySelectorAll('form.pairs input, form.pairs textarea').map((field) => {
    const name = field.getAttribute('name') ?? '';
    const value = field.tagName === 'TEXTAREA' ? field.text : (field.getAttribute('value') ?? '');
    return [name, change[name] ?? value] as [string, string];
  });
  return new URLSearchParams(fields);
}
/** Words for every field that the page asks for. */
const everywhere = (reader: FormReader, word: string): Record<string, string> =>
  Object.fromEntries(
    reader.page
      .querySelectorAll('form.pairs textarea, form.pairs input:not([type=hidden])')
      .map((field) => [field.getAttribute('name') ?? '', word]),
  );
const found = async (words: string): Promise<string[]> => {
  const answer = await app.ask(`/lv/practices.json?q=${encodeURIComponent(words)}`);
  return (JSON.parse(answer.text) as { items: { title: string }[] }).items.map(({ title }) => title);
};

describe('a translator', () => {
  it('is led from the page of contributing and from the own account to a list in the own language', async () => {
    const translator = await asTranslator('Tova');
    for (const start of ['/en/contribute', '/en/account']) {
      await translator.open(start);
      expect(translator.page.querySelector(`main a[href="${list}"]`)?.text).toBe('Translations');
    }
    await translator.open(list);
    expect(main(translator)).toContain('Translation: Latvian');
    expect(translator.page.querySelector('#to')).toBeNull();
    expect(translator.page.querySelectorAll('main section li').length).toBe(5 + 20);
    expect(main(translator)).toContain('Title and short description only');
    expect(translator.page.querySelectorAll('main a[lang=en]').length).toBeGreaterThan(5);
    await translator.open(`${list}?state=reviewed&page=77`);
    expect(main(translator)).toContain('There is nothing here.');
  });

  it('translates beside the original, is told what is missing, and publishes: found within a second', async () => {
    const translator = await asTranslator('Tuula');
    await translator.open(pageOf(3));
    const texts = translator.page.querySelectorAll('.original .words');
    expect(texts).toHaveLength(5);
    expect(texts.every((text) => text.getAttribute('lang') === 'en')).toBe(true);
    expect(translator.page.querySelector('#summary')?.getAttribute('lang')).toBe('lv');
    expect(main(translator)).toContain('Title and short description only');

    await translator.post(
      `${pageOf(3)}?/publish`,
      form(translator, { title: 'Žubīšu šūpoles', teaser: 'x'.repeat(201) }),
    );
    expect(translator.answer?.status).toBe(400);
    expect(translator.problems[0]).toBe('Something is still missing or wrong. It is listed below.');
    expect(translator.problems).toContain(
      'In one or two sentences: This is 201 characters long; at most 200 fit.',
    );
    expect(translator.problems).toContain('Summary: Nothing has been entered here yet.');
    expect(translator.page.querySelector('#title')?.getAttribute('value')).toBe('Žubīšu šūpoles');
    expect(await found('Žubīšu')).toEqual([]);

    // What was typed is kept, and is there when the page is opened anew.
    await translator.open(pageOf(3));
    expect(translator.page.querySelector('#title')?.getAttribute('value')).toBe('Žubīšu šūpoles');
    const words = { ...everywhere(translator, 'Vārdi par šūpolēm.'), title: 'Žubīšu šūpoles' };
    await translator.post(`${pageOf(3)}?/publish`, form(translator, words));
    expect(translator.page.querySelector('[role=status]')?.text).toBe('The translation is published.');
    const since = performance.now();
    await expect.poll(() => found('Žubīšu'), { timeout: 1000, interval: 50 }).toEqual(['Žubīšu šūpoles']);
    expect(performance.now() - since).toBeLessThan(1000);

    const slug = /\/lv\/practices\/([\w-]+)/.exec(translator.answer?.text ?? '')?.[1] ?? '';
    const page = await app.page(`/lv/practices/${slug}`);
    expect(page.querySelector('h1')?.text).toBe('Žubīšu šūpoles');
    expect(page.querySelector('h1')?.getAttribute('lang')).toBeUndefined();
    expect(page.querySelector('article')?.text).not.toContain('mašīntulkot');
    expect((await app.page(`/fi/practices/${slug}`)).querySelector('h1')?.text).not.toContain('Žubīšu');
  });

  it('of another language, or somebody without a role, does not learn that there is such a page', async () => {
    const [finnish, stranger] = [await asTranslator('Fia', 'fi'), await signedInAs(app, 'Stan')];
    for (const reader of [finnish, stranger]) {
      await reader.open(pageOf(4));
      expect(reader.answer?.status).toBe(404);
      for (const act of ['save', 'publish', 'machine']) {
        await reader.post(`${pageOf(4)}?/${act}`, new URLSearchParams({ base: '0', title: 'Ieslīdējis' }));
        expect([act, reader.answer?.status]).toEqual([act, 404]);
      }
    }
    for (const path of [pageOf(4, 'en'), pageOf(99_999), '/en/contribute/translations/NP-x/lv']) {
      const editor = await signedInAs(app, 'Eda', [{ role: 'editor', scope: '' }]);
      await editor.open(path);
      expect([path, editor.answer?.status]).toEqual([path, 404]);
    }
    const visitor = await app.ask(pageOf(4));
    expect(visitor.headers.location).toBe(`/en/sign-in?${new URLSearchParams({ to: pageOf(4) })}`);
    expect((await app.ask('/lv/practices?q=Iesl%C4%ABd%C4%93jis')).text).not.toContain('Ieslīdējis<');
  });
});

describe('two translators', () => {
  it('lose nothing: the second sees both texts and merges', async () => {
    const [one, two] = [await asTranslator('Una'), await asTranslator('Dora')];
    await one.open(pageOf(8));
    await two.open(pageOf(8));
    await one.post(`${pageOf(8)}?/save`, form(one, { title: 'Pirmās kāpnes' }));
    expect(one.page.querySelector('[role=status]')?.text).toContain('saved');
    await two.post(`${pageOf(8)}?/save`, form(two, { title: 'Otrās kāpnes', teaser: 'Dzied' }));
    expect(two.answer?.status).toBe(409);
    expect(main(two)).toContain('Una wrote on');
    expect(main(two)).toContain('Pirmās kāpnes');
    expect(two.page.querySelector('#title')?.getAttribute('value')).toBe('Otrās kāpnes');
    expect(two.page.querySelector('#teaser')?.text).toBe('Dzied');
    await two.post(`${pageOf(8)}?/save`, form(two, { title: 'Abas kāpnes' }));
    expect(two.answer?.status).toBe(200);
    await one.open(pageOf(8));
    expect(one.page.querySelector('#title')?.getAttribute('value')).toBe('Abas kāpnes');
    expect(one.page.querySelector('#teaser')?.text).toBe('Dzied');
  });
});

describe('a machine', () => {
  it('is asked by a button, and readers are told that nobody has checked its text, with the way to the original', async () => {
    const translator = await asTranslator('Maks');
    await translator.open(pageOf(9));
    expect(main(translator)).toContain('is sent to LibreTranslate');
    await translator.press('Have it translated by machine');
    expect(main(translator)).toContain('A machine is translating this practice.');
    const ready = async () => {
      await translator.open(pageOf(9));
      return translator.page.querySelector('#summary')?.text ?? '';
    };
    await expect.poll(ready, { timeout: 20_000, interval: 200 }).toContain('mtlv·');
    expect(main(translator)).toContain('Made by a machine, not checked yet');
    expect(translator.page.querySelectorAll('main button').map(({ text }) => text)).not.toContain(
      'Have it translated by machine',
    );
    const slug = /\/lv\/practices\/([\w-]+)/.exec(translator.answer?.text ?? '')?.[1] ?? '';
    const page = await app.page(`/lv/practices/${slug}`);
    const note = page.querySelector('article aside');
    expect(note?.text).toContain('Šis teksts ir mašīntulkots (valoda: latviešu)');
    expect(note?.querySelector(`a[href="/en/practices/${slug}"]`)?.getAttribute('hreflang')).toBe('en');
    expect(page.querySelector('.text p')?.text).toContain('mtlv·');
    expect(page.querySelector('.text p')?.getAttribute('lang')).toBeUndefined();

    // A person checks it; nothing of the machine's mark is left.
    await translator.post(`${pageOf(9)}?/publish`, form(translator));
    expect(main(translator)).toContain('The translation is published.');
    const checked = await app.page(`/lv/practices/${slug}`);
    expect(checked.querySelector('article')?.text).not.toContain('mašīntulkot');
  }, 60_000);

  it('is not offered to the owner of the practice, who may translate it', async () => {
    const owner = await signedInAs(app, 'Ola');
    await app.db.updateTable('practice').set({ owner_id: owner.personId }).where('id', '=', 10).execute();
    await owner.open('/en/contribute/care/NP-10');
    await owner.open(pageOf(10, 'fi'));
    expect(owner.answer?.status).toBe(200);
    expect(main(owner)).not.toContain('Have it translated by machine');
    await owner.post(`${pageOf(10, 'fi')}?/machine`, new URLSearchParams());
    expect(owner.problems).toEqual(['You may not do this with this practice.']);
    await owner.open(`${list}?to=fi`);
    expect(main(owner)).toContain('You see the practices that you or your town look after.');
  });
});

it('what changed in the original since is shown by words', async () => {
  const translator = await asTranslator('Stina');
  await translator.open(pageOf(11));
  await translator.post(`${pageOf(11)}?/publish`, form(translator, everywhere(translator, 'Vārdi.')));
  expect(main(translator)).toContain('The translation is published.');
  const { db } = app;
  const text = db.updateTable('practice_text').where('practice_id', '=', 11);
  await text
    .set({ title: `Newly named ${randomUUID()}` })
    .where('state', '=', 'original')
    .execute();
  await text
    .set({ state: 'stale', stale_since: '2026-03-01T00:00:00Z' })
    .where('language', '=', 'lv')
    .execute();
  await translator.open(`${list}?state=stale`);
  expect(main(translator)).toContain('The original changed on 1 March 2026');
  expect(main(translator)).toContain('Changed: Title');
  await translator.open(pageOf(11));
  expect(translator.page.querySelector('.original details ins')?.text).toContain('Newly named');
  expect(hidden(translator, 'original')).not.toBe('');
});

it('the page on privacy says who is sent texts, once somebody answers for personal data', async () => {
  await app.db.updateTable('site_setting').set({ controller: 'Town of Rehearsal' }).execute();
  const text = async () => (await app.page('/en/privacy')).querySelector('main')?.text ?? '';
  await expect.poll(text, { timeout: 3000 }).toContain('is sent to LibreTranslate (127.0.0.1)');
});

it.skipIf(!isJavaHere)(
  'its pages are valid HTML in every language',
  async () => {
    const editor = await signedInAs(app, 'Edgars', [{ role: 'editor', scope: '' }]);
    const pages: { name: string; html: string }[] = [];
    for (const language of languages)
      for (const path of [
        `/${language}/contribute/translations?to=${language}`,
        pageOf(11, 'lv', language),
        pageOf(12, language === 'en' ? 'lv' : language, language),
      ]) {
        await editor.open(path);
        expect([path, editor.answer?.status]).toEqual([path, 200]);
        pages.push({ name: path, html: editor.answer?.text ?? '' });
      }
    const faults = await validateHtml(pages);
    expect(
      faults
        .filter(({ type }) => type === 'error')
        .map(({ page, line, message, extract }) => `${page}:${line} ${message} ${extract}`),
    ).toEqual([]);
  },
  120_000,
);
