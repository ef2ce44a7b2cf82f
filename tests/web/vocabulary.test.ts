import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, test } from 'vitest';
import { roleNames, type HeldRole } from '../../src/domains/accounts/index.ts';
import { languages } from '../../src/services/i18n/languages.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';

const app = await runningApp({ NACRE_SECRET: testSecret });
const secretariat: HeldRole = { role: 'secretariat', scope: '' };
const office = await signedInAs(app, 'Olga', [secretariat]);
const base = '/en/secretariat/vocabulary';
const pages = [
  base,
  `${base}/new?scheme=method`,
  `${base}/method/visioning`,
  `${base}/method/visioning/merge`,
];
const count = async (table: 'concept' | 'audit_entry') =>
  (
    await app.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
  ).n;
const main = () => (office.page.querySelector('main')?.text ?? '').replace(/\s+/g, ' ');
const items = async (query: string, language = 'en') =>
  (
    JSON.parse((await app.ask(`/${language}/practices.json?${query}`)).text) as {
      items: { identifier: string }[];
    }
  ).items.length;

describe('the pages of the vocabulary', () => {
  test.each(roleNames.filter((role) => role !== 'secretariat'))(
    'are not there for the role %s',
    async (role) => {
      const scope = role.startsWith('town-') ? 'rujiena' : '';
      const other = await signedInAs(app, 'Other', [{ role, scope }]);
      const before = [await count('concept'), await count('audit_entry')];
      for (const page of pages) expect((await other.open(page), other.answer?.status), page).toBe(404);
      for (const [path, fields] of [
        [`${base}/new`, { scheme: 'method', label_en: 'Intruder' }],
        [`${base}/method/visioning?/save`, { label_en: 'Intruder', version: 'v' }],
        [`${base}/method/visioning?/retire`, { retired: 'yes' }],
        [`${base}/method/visioning/merge`, { into: 'method:barcamp' }],
      ] as const)
        expect((await other.post(path, new URLSearchParams(fields)), other.answer?.status), path).toBe(404);
      expect([await count('concept'), await count('audit_entry')]).toEqual(before);
    },
  );

  it('lead a visitor to sign in', async () => {
    for (const page of pages) expect((await app.ask(page)).status, page).toBe(303);
  });

  test.each(languages)('answer in %s', async (language) => {
    for (const page of pages) {
      await office.open(page.replace('/en/', `/${language}/`));
      expect(office.answer?.status, page).toBe(200);
      expect(office.page.querySelector('html')?.getAttribute('lang')).toBe(language);
    }
  });

  it('list by words in any language, by scheme, and by what is missing', async () => {
    await office.open(`${base}?q=visioning`);
    expect(main()).toContain('method:visioning');
    await office.open(`${base}?scheme=dimension`);
    expect(office.page.querySelectorAll('.records > li')).toHaveLength(8);
    await app.db
      .deleteFrom('concept_label')
      .where('concept_id', '=', 'method:barcamp')
      .where('language', '=', 'pl')
      .execute();
    await office.open(`${base}?missing=pl`);
    expect(office.page.querySelectorAll('.records > li')).toHaveLength(1);
    expect(main()).toContain('No label in: Polish');
    await office.open(`${base}/method/barcamp`);
    expect(main()).toContain('There is no label in this language: Polish.');
  });

  test.each([`${base}/method/nothing`, `${base}/constructor/x`, `${base}/dimension/trust/merge`])(
    '%s is not there',
    async (path) => {
      await office.open(path);
      expect(office.answer?.status).toBe(404);
    },
  );
});

describe('saving', () => {
  it('reaches lists, facets and the search of a running process within a second', async () => {
    await app.ask('/en/practices');
    await office.open(`${base}/culturalForm/music-singing`);
    await office.press('Save', { label_en: 'Humming together', synonyms_en: 'glimmerhum\nsinging' });
    const start = performance.now();
    expect(main()).toContain('The concept has been saved.');
    const isThere = async () => {
      const [page, known] = [(await app.ask('/en/practices')).text, await items('q=glimmerhum')];
      return page.includes('Humming together') && known > 0;
    };
    while (!(await isThere()) && performance.now() - start < 10_000) await sleep(20);
    expect(performance.now() - start).toBeLessThan(1500);
    expect((await app.ask('/en/vocabulary')).text).toContain('Humming together');
  });

  it('with a mistake keeps what was typed and says what is wrong at its field', async () => {
    await office.open(`${base}/method/visioning`);
    await office.press('Save', { label_en: '', label_fi: 'Hyräily', synonyms_de: 'eins\nzwei' });
    expect(office.answer?.status).toBe(400);
    expect(office.page.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#label_en');
    expect(office.page.querySelector('#label_fi')?.getAttribute('value')).toBe('Hyräily');
    expect(office.page.querySelector('#synonyms_de')?.text).toBe('eins\nzwei');
    await office.press('Save', { label_en: 'Barcamp' });
    expect(office.problems[0]).toContain('method:barcamp');
  });

  it('after somebody else did shows both, and writes only when it is pressed again', async () => {
    const second = await signedInAs(app, 'Otto', [secretariat]);
    await office.open(`${base}/method/oral-history`);
    await second.open(`${base}/method/oral-history`);
    await second.press('Save', { label_et: 'Teise sõna' });
    await office.press('Save', { label_et: 'Esimese sõna' });
    expect(office.answer?.status).toBe(409);
    expect(office.page.querySelector('#label_et')?.getAttribute('value')).toBe('Esimese sõna');
    expect(office.page.querySelector('.theirs')?.text).toContain('Teise sõna');
    const stored = async () =>
      (
        await app.db
          .selectFrom('concept_label')
          .select('label')
          .where('concept_id', '=', 'method:oral-history')
          .where('language', '=', 'et')
          .executeTakeFirst()
      )?.label;
    expect(await stored()).toBe('Teise sõna');
    await office.press('Save');
    expect(await stored()).toBe('Esimese sõna');
  });

  it('with a mistake, while somebody else saves, still overwrites nothing', async () => {
    const second = await signedInAs(app, 'Otto', [secretariat]);
    await office.open(`${base}/method/citizen-forum`);
    await office.press('Save', { label_en: '' });
    await second.open(`${base}/method/citizen-forum`);
    await second.press('Save', { note_en: 'Of the second' });
    await office.press('Save', { label_en: 'Forum of citizens' });
    expect(office.answer?.status).toBe(409);
  });
});

it('a concept is added once, though the button was pressed twice, and offered in drafts until it is retired', async () => {
  await office.open(`${base}/new`);
  await office.press('Continue', { scheme: 'method' });
  // A form without JavaScript, sent by GET.
  await office.open(`${base}/new?scheme=method`);
  const fields = { label_en: 'Night walk', broader: 'method:discover' };
  await office.press('Save', fields);
  expect(office.path).toBe(`${base}/method/night-walk?done=concept`);
  await office.open(`${base}/new?scheme=method`);
  await office.press('Save', fields);
  expect(office.problems[0]).toContain('method:night-walk');

  const writer = await signedInAs(app, 'Wanda');
  await writer.open('/en/contribute');
  await writer.press('Begin a practice', { language: 'en' });
  const topics = writer.path.replace('/place', '/topics');
  await writer.open(topics);
  expect(writer.answer?.text).toContain('method:night-walk');
  await office.open(`${base}/method/night-walk`);
  await office.press('No longer offer it');
  expect(main()).toContain('It is no longer offered.');
  await writer.open(topics);
  expect(writer.answer?.text).not.toContain('method:night-walk');
  expect((await app.ask('/en/vocabulary')).text).not.toContain('Night walk');
});

it('merging shows what it will do, is done by its button alone, and leaves no address dead', async () => {
  const [from, into] = ['targetGroup/youth', 'targetGroup/children'];
  const tagged = async (code: string) => items(`targetGroup=${code}`);
  const before = [await tagged('youth'), await tagged('children')];
  await office.open(`${base}/${from}/merge`);
  await office.open(`${base}/${from}/merge?into=targetGroup:children`);
  const retagged = /Practices that are tagged anew: (\d+)/.exec(main())?.[1];
  const after = Number(/Practices that then carry “[^”]+”: (\d+)/.exec(main())?.[1]);
  expect(Number(retagged)).toBeGreaterThan(0);
  expect(after).toBeGreaterThanOrEqual(Math.max(...before));
  expect(await tagged('youth')).toBe(before[0]);

  await office.press('Merge the two');
  expect(office.path).toBe(`${base}/${into}?done=merged`);
  const start = performance.now();
  while ((await tagged('children')) !== Math.min(24, after) && performance.now() - start < 10_000)
    await sleep(20);
  expect(performance.now() - start).toBeLessThan(1500);
  expect(await tagged('youth')).toBe(Math.min(24, after));
  const list = await app.ask('/en/practices?targetGroup=youth');
  expect([list.status, list.headers.location]).toEqual([302, '/en/practices?targetGroup=children']);
  await office.open(`${base}/${from}`);
  expect(office.answer?.status).toBe(301);
  expect(office.answer?.headers.location).toBe(`${base}/${into}`);
  await office.open(`${base}/${into}`);
  expect(office.page.querySelector('#synonyms_en')?.text).toMatch(/youth|young/i);
});
