import { describe, expect, it } from 'vitest';
import { FormReader, mailTo } from './form-reader.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp({ NACRE_SECRET: 'a-secret-of-the-tests-and-of-no-site', TRUST_PROXY: 'on' });

let people = 0;
const somebody = (): { reader: FormReader; email: string } => {
  people += 1;
  return { reader: new FormReader(app, `198.51.100.${people}`), email: `dace${people}@kuldiga.example` };
};
const personOf = (email: string) =>
  app.db.selectFrom('person').select(['id', 'name']).where('email', '=', email).execute();

describe('somebody without an account', () => {
  it('shares a practice after confirming an address: one mail, one button, and the draft is open', async () => {
    const { reader, email } = somebody();
    await reader.open('/lv/contribute');
    await reader.press('Sūtīt man vēstuli', { name: 'Dace', email });
    expect(reader.heading).toBe('Ieskatieties savā e-pastā');
    const mail = await mailTo(app, email);
    expect(mail).toMatchObject({ kind: 'begin', language: 'lv' });
    expect(mail.link).toMatch(/^\/lv\/contribute\/begin\/confirm\?token=/);

    // Programs that look through mails open every link: nothing comes of it.
    for (let n = 0; n < 3; n += 1) await new FormReader(app).open(mail.link);
    expect(await personOf(email)).toEqual([]);
    expect(await app.db.selectFrom('practice_draft').select('id').execute()).toEqual([]);

    await reader.open(mail.link);
    expect(reader.answer?.headers['cache-control']).toBe('private, no-store');
    await reader.press('Apstiprināt un sākt', { language: 'et' });
    expect(reader.path).toMatch(/^\/lv\/contribute\/\d+\/place$/);
    const [person] = await personOf(email);
    expect(person?.name).toBe('Dace');
    const drafts = await app.db.selectFrom('practice_draft').selectAll().execute();
    expect(drafts).toMatchObject([{ owner_id: person?.id, language: 'et', state: 'draft' }]);

    // All of the drafting is there, and nothing of anybody else.
    const draft = /contribute\/(\d+)/.exec(reader.path)?.[1] ?? '';
    await reader.post(reader.path, new URLSearchParams({ base: '1', title: 'Kevadlaul' }));
    await reader.open(`/lv/contribute/${draft}`);
    expect(reader.heading).toBe('Kevadlaul');
    for (const path of ['/lv/contribute/review', '/lv/contribute/bulk', '/lv/secretariat']) {
      await reader.open(path);
      expect([path, reader.answer?.status]).toEqual([path, 404]);
    }
    const stranger = somebody();
    await stranger.reader.open('/en/contribute');
    await stranger.reader.press('Send me the mail', { name: 'Otto', email: stranger.email });
    await stranger.reader.open((await mailTo(app, stranger.email)).link);
    await stranger.reader.press('Confirm and begin');
    await stranger.reader.open(`/en/contribute/${draft}`);
    expect(stranger.reader.answer?.status).toBe(404);
  }, 60_000);

  it('comes back by a mailed link, and with the same form to the draft in which nothing is written yet', async () => {
    const { reader, email } = somebody();
    let last = 0;
    for (const name of ['Dace', 'Somebody else']) {
      const browser = new FormReader(app, `203.0.113.${people}`);
      await browser.open('/en/contribute/begin');
      await browser.press('Send me the mail', { name, email });
      const mail = await mailTo(app, email, last);
      last = mail.id;
      await browser.open(mail.link);
      await browser.press('Confirm and begin');
      expect(browser.path).toMatch(/\/place$/);
    }
    expect((await personOf(email)).map(({ name }) => name)).toEqual(['Dace']);
    await reader.open('/en/sign-in');
    await reader.press('Send me a link', { email });
    await reader.open((await mailTo(app, email, last)).link);
    await reader.press('Sign in');
    await reader.open('/en/contribute');
    expect(reader.page.querySelectorAll('section[aria-labelledby=drafts] li')).toHaveLength(1);
  }, 60_000);

  it('is answered the same whether the address is known or not, and no more often than a mailbox bears', async () => {
    const { reader, email } = somebody();
    const known = somebody();
    await app.db
      .insertInto('person')
      .values({ email: known.email, email_verified: true, name: 'Known', language: 'en' })
      .execute();
    const answers = [];
    for (const one of [email, known.email]) {
      await reader.open('/en/contribute/begin');
      await reader.press('Send me the mail', { name: 'X', email: one });
      answers.push([reader.path, reader.answer?.status, reader.answer?.text]);
      expect((await mailTo(app, one)).subject).toBe('Confirm your address to begin');
    }
    expect(answers[0]).toEqual(answers[1]);
    for (let n = 0; n < 4; n += 1) {
      await reader.open('/en/contribute/begin');
      await reader.press('Send me the mail', { name: 'X', email });
    }
    expect(reader.answer?.status).toBe(429);
    expect(reader.problems[0]).toMatch(/^Too many attempts/);
  }, 60_000);

  it('is told what is wrong with name and address, and that a link was used or never was', async () => {
    const { reader, email } = somebody();
    await reader.open('/en/contribute');
    await reader.press('Send me the mail', { name: '', email: 'dace at kuldiga' });
    expect(reader.path).toBe('/en/contribute/begin');
    expect(reader.problems).toEqual(['Enter your name.', 'Enter an e-mail address, like name@town.example.']);
    await reader.press('Send me the mail', { name: 'Dace', email });
    const { link } = await mailTo(app, email);
    await reader.open(link);
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    await reader.press('Confirm and begin');
    const other = new FormReader(app);
    for (const tried of [token, 'x'.repeat(32)]) {
      await other.post('/en/contribute/begin/confirm', new URLSearchParams({ token: tried, language: 'en' }));
      expect(other.problems).toEqual(['This link has expired or was used before.']);
    }
    expect(
      await app.db
        .selectFrom('practice_draft')
        .select('id')
        .where('owner_id', '=', (await personOf(email))[0]?.id ?? 0)
        .execute(),
    ).toHaveLength(1);
  }, 60_000);
});
