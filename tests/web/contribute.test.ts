import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pagesInOrder, wholeForm } from '../setup/whole-draft-form.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';
import { pressPictures } from './upload.ts';
import type { FormReader } from './form-reader.ts';

const app = await runningApp({ NACRE_SECRET: testSecret });
const editor = await signedInAs(app, 'Edith', [{ role: 'editor', scope: '' }]);

const base = (reader: FormReader): string =>
  reader.page.querySelector('input[name=base]')?.getAttribute('value') ?? '';
const draftOf = (reader: FormReader): string => /contribute\/(\d+)/.exec(reader.path)?.[1] ?? '';

/** Begins a draft and fills all its pages in, by the buttons that are there. */
async function write(writer: FormReader, title: string): Promise<string> {
  await writer.open('/en/contribute');
  await writer.press('Begin a practice', { language: 'lv' });
  const draft = draftOf(writer);
  for (const page of pagesInOrder) {
    expect(writer.path).toBe(`/en/contribute/${draft}/${page}`);
    if (page === 'pictures') await pressPictures(writer, 'next');
    else
      await writer.post(
        writer.path,
        new URLSearchParams([['base', base(writer)], ...wholeForm({ title })[page]]),
      );
  }
  expect(writer.path).toBe(`/en/contribute/${draft}`);
  return draft;
}
const found = async (words: string): Promise<string[]> => {
  const answer = await app.ask(`/lv/practices.json?q=${encodeURIComponent(words)}`);
  return (JSON.parse(answer.text) as { items: { title: string }[] }).items.map(({ title }) => title);
};

describe('a visitor', () => {
  it('may read what contributing takes and what is accepted, and is led to sign in for all else', async () => {
    expect((await app.ask('/lv/contribute')).status).toBe(200);
    expect((await app.ask('/fi/contribute/policy')).status).toBe(200);
    for (const path of ['/en/contribute/review', '/en/contribute/1', '/en/contribute/1/place']) {
      const answer = await app.ask(path);
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.headers.location).toBe(`/en/sign-in?${new URLSearchParams({ to: path })}`);
    }
  });
});

describe('a practice', () => {
  it('goes from its writer through an editor’s hands to its readers, without JavaScript', async () => {
    const writer = await signedInAs(app, 'Wanda');
    const draft = await write(writer, 'Smilkstiņu kāpnes');
    expect(writer.page.querySelector('main')?.text).toContain('Nothing is missing.');
    await writer.open(`/en/contribute/${draft}/preview`);
    expect(writer.heading).toBe('Smilkstiņu kāpnes');
    expect(writer.answer?.headers['cache-control']).toBe('private, no-store');
    await writer.open(`/en/contribute/${draft}`);
    await writer.press('Hand in');

    await editor.open('/en/contribute/review');
    expect(editor.page.querySelector('main')?.text).toContain('Smilkstiņu kāpnes');
    await editor.open(`/en/contribute/${draft}/review`);
    await editor.press('Take for review');
    await editor.press('Ask for changes');
    expect(editor.problems).toEqual(['Please write at least one note, so that it is clear what to change.']);
    await editor.press('Ask for changes', { 'note-outcomes': 'Who counted?' });

    await writer.open(`/en/contribute/${draft}`);
    expect(writer.page.querySelector('dl')?.text).toContain('Who counted?');
    expect(await found('Smilkstiņu')).toEqual([]);
    await writer.open(`/en/contribute/${draft}/outcomes`);
    await writer.post(
      writer.path,
      new URLSearchParams(
        [['base', base(writer)], ...wholeForm({}).outcomes, ['outcomes', 'x']].toReversed(),
      ),
    );
    await writer.open(`/en/contribute/${draft}`);
    await writer.press('Hand in');
    await editor.open(`/en/contribute/${draft}/review`);
    await editor.press('Take for review');
    await editor.press('Publish');
    const since = performance.now();
    await expect
      .poll(() => found('Smilkstiņu'), { timeout: 1000, interval: 50 })
      .toEqual(['Smilkstiņu kāpnes']);
    expect(performance.now() - since).toBeLessThan(1000);
    expect((await app.ask('/en/practices/smilkstinu-kapnes')).status).toBe(200);

    await writer.open(`/en/contribute/${draft}/versions`);
    expect(writer.page.querySelectorAll('main section').length).toBeGreaterThan(5);
    expect(writer.page.querySelector('ins')).not.toBeNull();
  }, 60_000);

  it('in the making is nobody else’s to see or touch: a search, a feed, pages and acts do not tell that it is there', async () => {
    const [writer, stranger] = [await signedInAs(app, 'Wim'), await signedInAs(app, 'Stranger')];
    const draft = await write(writer, 'Neredzamais žagars');
    const paths = ['', '/place', '/preview', '/versions', '/review'].map(
      (part) => `/en/contribute/${draft}${part}`,
    );
    for (const path of paths) {
      for (const reader of [stranger, editor]) {
        await reader.open(path);
        expect([path, reader.answer?.status]).toEqual([path, 404]);
        expect(reader.answer?.text).not.toContain('žagars');
      }
    }
    await stranger.open('/en/contribute/review');
    expect(stranger.answer?.status).toBe(404);
    for (const act of ['?/submit', '?/withdraw', '/review?/take', '/review?/publish', '/review?/archive']) {
      await stranger.post(`/en/contribute/${draft}${act}`, new URLSearchParams({ reason: 'x' }));
      expect([act, stranger.answer?.status]).toEqual([act, 404]);
      expect(stranger.answer?.text).not.toContain('žagars');
    }
    for (const path of [
      '/lv/practices.json?q=žagars',
      '/lv/practices.atom',
      '/lv/practices',
      '/sitemap-practices-1.xml',
    ])
      expect((await app.ask(encodeURI(path))).text.includes('Neredzamais')).toBe(false);
  }, 60_000);

  it('posted twice, or once more after the back button, is one record', async () => {
    const writer = await signedInAs(app, 'Twice');
    await writer.open('/en/contribute');
    const form = new URLSearchParams({
      once: writer.page.querySelector('input[name=once]')?.getAttribute('value') ?? '',
      language: 'en',
    });
    await Promise.all([writer.post('/en/contribute', form), writer.post('/en/contribute', form)]);
    await writer.post('/en/contribute', form);
    const drafts = await app.db
      .selectFrom('practice_draft')
      .select('id')
      .where('owner_id', '=', writer.personId)
      .execute();
    expect(drafts).toHaveLength(1);
    const page = `/en/contribute/${drafts[0]?.id}/problem`;
    const typed = new URLSearchParams([['base', '1'], ...wholeForm({}).problem]);
    await Promise.all([writer.post(page, typed), writer.post(page, typed)]);
    await writer.post(page, typed);
    const versions = await app.db
      .selectFrom('practice_draft_version')
      .select('number')
      .where('draft_id', '=', drafts[0]?.id ?? 0)
      .execute();
    expect(versions).toHaveLength(2);
  });

  it('written by two at once: the second sees both texts, nothing typed is lost, and merges', async () => {
    const team = [{ role: 'town-editor', scope: 'rujiena' }] as const;
    const [one, two] = [await signedInAs(app, 'Uno', team), await signedInAs(app, 'Duo', team)];
    await one.open('/en/contribute');
    await one.press('Begin a practice', { language: 'en', team: 'rujiena' });
    const page = `/en/contribute/${draftOf(one)}/problem`;
    await one.open(page);
    await two.open(page);
    const post = (reader: FormReader, challenge: string, participants = '') =>
      reader.post(page, new URLSearchParams({ base: base(reader), challenge, participants }));
    await post(one, 'Young people leave.');
    await post(two, 'The young leave, the old stay.', 'Forty people');
    expect(two.answer?.status).toBe(409);
    const main = two.page.querySelector('main')?.text ?? '';
    expect(main).toContain('Uno wrote on');
    expect(main).toContain('Young people leave.');
    expect(two.page.querySelector('#challenge')?.text).toBe('The young leave, the old stay.');
    expect(two.page.querySelector('#participants')?.getAttribute('value')).toBe('Forty people');
    await post(two, 'Young people leave, the old stay.', 'Forty people');
    expect(two.answer?.status).toBe(200);
    await one.open(page);
    expect(one.page.querySelector('#challenge')?.text).toBe('Young people leave, the old stay.');
  });

  it('with a slip keeps what was typed and leads to the field', async () => {
    const writer = await signedInAs(app, 'Slip');
    await writer.open('/en/contribute');
    await writer.press('Begin a practice', { language: 'en' });
    await writer.post(
      writer.path,
      new URLSearchParams({
        base: base(writer),
        title: 'A choir',
        yearStart: 'long ago',
        places: 'Atlantis',
      }),
    );
    expect(writer.problems).toEqual([
      'Place: We do not know a place called “Atlantis”. Please choose one from the list.',
      'First year: Please write a year with four digits, such as 2024.',
    ]);
    expect(writer.page.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#places');
    expect(writer.page.querySelector('#yearStart')?.getAttribute('value')).toBe('long ago');
    expect(writer.page.querySelector('#title')?.getAttribute('value')).toBe('A choir');
  });
});

describe('a published practice', () => {
  it('is confirmed by its owner, and written about without the owner’s address being shown', async () => {
    const [owner, asker] = [await signedInAs(app, 'Olga'), await signedInAs(app, 'Asker')];
    const draft = await write(owner, 'Brīvdabas šūpoles');
    await owner.press('Hand in');
    await editor.open(`/en/contribute/${draft}/review`);
    await editor.press('Take for review');
    await editor.press('Publish');
    const { id } = await app.db
      .updateTable('practice')
      .set({ verified_on: '2023-01-01' })
      .where('owner_id', '=', owner.personId)
      .returning('id')
      .executeTakeFirstOrThrow();
    const page = `/en/practices/brivdabas-supoles`;
    const stale = 'Nobody has confirmed for two years';
    await expect.poll(async () => (await app.ask(page)).text.includes(stale), { timeout: 3000 }).toBe(true);

    await asker.open(`/en/contribute/care/NP-${id}`);
    expect(asker.page.querySelectorAll('main button').map(({ text }) => text.trim())).not.toContain(
      'It is still true',
    );
    await asker.post(`/en/contribute/care/NP-${id}?/confirm`, new URLSearchParams());
    expect(asker.problems).toEqual(['You may not do this with this practice.']);
    await asker.open(`/en/contribute/care/NP-${id}`);
    const { email } = await app.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', owner.personId)
      .executeTakeFirstOrThrow();
    const once = asker.page.querySelector('input[name=once]')?.getAttribute('value') ?? '';
    const form = new URLSearchParams({ once, message: 'How many swings?' });
    for (let turn = 0; turn < 2; turn++) await asker.post(`/en/contribute/care/NP-${id}?/contact`, form);
    expect(asker.answer?.text).not.toContain(email);
    const mails = await app.db
      .selectFrom('outbox')
      .select('body_text')
      .where('kind', '=', 'practice-contact')
      .where('person_id', '=', owner.personId)
      .execute();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body_text).toContain('How many swings?');
    // Five a day, whatever practice they are about.
    for (let turn = 0; turn < 5; turn++)
      await asker.post(
        `/en/contribute/care/NP-${id}?/contact`,
        new URLSearchParams({ once: randomUUID(), message: 'Again' }),
      );
    expect(asker.problems).toEqual(['Too many messages were sent. Please try again tomorrow.']);

    await owner.open(`/en/contribute/care/NP-${id}`);
    await owner.press('It is still true');
    expect(owner.page.querySelector('[role=status]')?.text).toContain('Thank you.');
    await expect.poll(async () => (await app.ask(page)).text.includes(stale), { timeout: 3000 }).toBe(false);
  }, 60_000);
});
