import { parse } from 'node-html-parser';
import { expect, it, test } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';
import { runningApp } from './running-app.ts';

const secret = 'a-secret-of-the-tests-and-not-of-a-site';
const app = await runningApp({ NACRE_SECRET: secret, NACRE_OPERATOR: 'Of the environment' });
const office = await signedIn(app.db, secret, 'Olga Office', { roles: [{ role: 'secretariat', scope: '' }] });
const editor = await signedIn(app.db, secret, 'Edit Orsson', { roles: [{ role: 'editor', scope: '' }] });

const settings = {
  name: 'Pearls of Nida',
  operator: 'Town of Nida',
  contact: 'pearls@nida.example',
  imprint: 'Town of Nida\n<b>Street 1</b>',
  controller: 'Town of Nida, Street 1, pearls@nida.example',
};
const headers = (who?: SignedIn) => ({ accept: 'text/html', ...(who && { cookie: who.cookie }) });
const save = (who: SignedIn | undefined, fields: Record<string, string>) =>
  app.ask('/en/secretariat/settings', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      ...headers(who),
      origin: app.origin.replace('localhost', '127.0.0.1'),
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
const about = async () => parse((await app.ask('/en/about')).text);

it('has no page on privacy while nobody is named who answers for it', async () => {
  for (const language of languages) expect((await app.ask(`/${language}/privacy`)).status).toBe(404);
  expect((await app.page('/en')).querySelector('footer a[href="/en/privacy"]')).toBeNull();
  // Whatever else is set.
  expect((await save(office, { ...settings, controller: '  ' })).status).toBe(303);
  expect((await app.ask('/en/privacy')).status).toBe(404);
});

test('settings are the secretariat’s alone', async () => {
  expect((await app.ask('/en/secretariat/settings', { headers: headers(editor) })).status).toBe(404);
  expect((await save(editor, settings)).status).toBe(404);
  expect((await save(undefined, settings)).status).toBe(303);
  expect((await app.ask('/en/privacy')).status).toBe(404);
});

test('a contact that is none is said at its field, and what was typed stays', async () => {
  const answer = await save(office, { ...settings, contact: 'javascript:alert(1)' });
  expect(answer.status).toBe(400);
  const again = parse(answer.text);
  expect(again.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#contact');
  expect(again.querySelector('#contact')?.getAttribute('value')).toBe('javascript:alert(1)');
  expect(again.querySelector('#controller')?.text).toBe(settings.controller);
});

test('settings count instead of the environment’s, on every page, and stand in the log', async () => {
  const answer = await save(office, settings);
  expect(answer.headers.location).toBe('/en/secretariat/settings?done=saved');
  await expect
    .poll(async () => (await about()).querySelector('header .home')?.text.trim(), { timeout: 3000 })
    .toBe(settings.name);
  const main = (await about()).querySelector('main');
  expect(main?.text).toContain('Town of Nida');
  expect(main?.text).not.toContain('Of the environment');
  expect(main?.querySelector('.imprint')?.innerHTML).toContain('&lt;b>Street 1');
  const log = await app.ask('/en/secretariat/audit?act=site-settings.change', { headers: headers(office) });
  expect(parse(log.text).querySelectorAll('tbody tr').length).toBe(2);
  // Emptied, the environment counts again.
  await save(office, { ...settings, operator: '' });
  await expect
    .poll(async () => (await about()).querySelector('main')?.text.includes('Of the environment'), {
      timeout: 3000,
    })
    .toBe(true);
});

test.each(languages)(
  'the page on privacy names the controller, what is kept and for how long, in %s',
  async (language) => {
    const answer = await app.ask(`/${language}/privacy`);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toContain('public');
    const main = parse(answer.text).querySelector('main');
    expect(main?.text).toContain(settings.controller);
    expect(main?.querySelectorAll('dl > div')).toHaveLength(6);
    for (const dd of main?.querySelectorAll('dd') ?? []) expect(dd.text.trim()).toMatch(/:\s*\S.+/s);
    expect(
      (await app.page(`/${language}`)).querySelector(`footer a[href="/${language}/privacy"]`),
    ).not.toBeNull();
  },
);

test('the periods on the page are the ones of the table', async () => {
  await app.db
    .updateTable('retention_period')
    .set({ days: 77 })
    .where('subject', '=', 'invitation')
    .execute();
  await expect
    .poll(async () => (await app.page('/en/privacy')).querySelector('main')?.text.includes(': 77'), {
      timeout: 3000,
    })
    .toBe(true);
});
