import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { readCsv } from '../setup/read-csv.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';
import { hasJava, validateHtml } from '../setup/vnu.ts';
import type { Answer } from './raw-request.ts';
import { runningApp } from './running-app.ts';

const secret = 'a-secret-of-the-tests-and-not-of-a-site';
const app = await runningApp({ NACRE_SECRET: secret });
const here = app.origin.replace('localhost', '127.0.0.1');

const office = await signedIn(app.db, secret, 'Olga Office', { roles: [{ role: 'secretariat', scope: '' }] });
const owner = await signedIn(app.db, secret, 'Inga Owner', {
  roles: [{ role: 'town-owner', scope: 'rujiena' }],
});
const viewer = await signedIn(app.db, secret, 'Vija Viewer', {
  roles: [{ role: 'town-viewer', scope: 'rujiena' }],
});
const editor = await signedIn(app.db, secret, 'Edit Orsson', { roles: [{ role: 'editor', scope: '' }] });
const nobody = await signedIn(app.db, secret, 'Nora Nobody');
const waiting = await signedIn(app.db, secret, 'Wanda Waiting', {
  roles: [{ role: 'secretariat', scope: '' }],
  isSecondFactorGiven: false,
});

const headers = (who?: SignedIn) => ({ accept: 'text/html', ...(who && { cookie: who.cookie }) });
const ask = (path: string, who?: SignedIn): Promise<Answer> => app.ask(path, { headers: headers(who) });
const page = async (path: string, who?: SignedIn): Promise<HTMLElement> => parse((await ask(path, who)).text);
const post = (path: string, who: SignedIn | undefined, fields: Record<string, string>): Promise<Answer> =>
  app.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...headers(who), origin: here, 'content-type': 'application/x-www-form-urlencoded' },
  });
const words = (element: HTMLElement | null) => element?.text.replace(/\s+/g, ' ').trim() ?? '';
const grantsOf = async ({ id }: SignedIn) =>
  (
    await app.db
      .selectFrom('role_grant')
      .select(['role', 'scope'])
      .where('person_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
  ).map(({ role, scope }) => `${role} ${scope}`.trim());

async function linkInMailTo(email: string): Promise<string> {
  const { secrets } = await app.db
    .selectFrom('outbox')
    .select('secrets')
    .where('recipient', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return new URL((secrets as { link: string }).link).pathname;
}

const pages = [
  '',
  '/people',
  `/people/${owner.id}`,
  '/people/987654',
  '/invitations',
  '/claims',
  '/audit',
  '/audit.csv',
  '/outbox',
];

describe.each(pages)('/secretariat%s', (path) => {
  const address = `/en/secretariat${path}`;

  it.each([
    ['an owner of a town', owner],
    ['an editor', editor],
    ['somebody without a role', nobody],
  ])('is not found by %s, and says nothing of what is there', async (_, who) => {
    const answer = await ask(address, who);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/Vija|town\.example/);
  });

  it('leads a visitor to sign in and back, and one whose role waits to the second factor', async () => {
    const visitor = await ask(address);
    expect(visitor.status).toBe(303);
    expect(visitor.headers.location).toBe(`/en/sign-in?to=${encodeURIComponent(address)}`);
    const second = await ask(address, waiting);
    expect(second.status).toBe(303);
    expect(second.headers.location).toMatch(/^\/en\/account\/second-factor\?to=/);
  });
});

it.each([
  [`/en/secretariat/people/${viewer.id}?/grant`, { role: 'editor', scope: '' }],
  [`/en/secretariat/people/${viewer.id}?/revoke`, { role: 'town-viewer', scope: 'rujiena' }],
  [`/en/secretariat/people/${viewer.id}?/sessions`, {}],
  [
    '/en/secretariat/invitations?/invite',
    { role: 'editor', scope: '', email: 'x@town.example', language: 'en' },
  ],
  ['/en/secretariat/claims', { id: '1', decision: 'confirmed' }],
])('the form %s does nothing for others', async (path, fields) => {
  const before = await grantsOf(viewer);
  for (const who of [owner, editor, nobody]) expect((await post(path, who, fields)).status).toBe(404);
  for (const who of [undefined, waiting]) expect((await post(path, who, fields)).status).toBe(303);
  expect(await grantsOf(viewer)).toEqual(before);
  expect((await ask('/en/account', viewer)).status).not.toBe(303);
});

describe('the secretariat', () => {
  it('is led from page to page, and nothing of it is kept by anybody', async () => {
    for (const path of ['', '/people', '/invitations', '/claims', '/audit', '/outbox']) {
      const answer = await ask(`/en/secretariat${path}`, office);
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toContain('no-store');
    }
    const links = (await page('/en/secretariat', office))
      .querySelectorAll('main nav a')
      .map((a) => a.getAttribute('href'));
    expect(links).toContain('/en/secretariat/audit');
    expect((await page('/en', office)).querySelector('header a[href="/en/secretariat"]')).not.toBeNull();
    expect((await page('/en', owner)).querySelector('header a[href="/en/secretariat"]')).toBeNull();
  });

  it('finds people by name, address and role', async () => {
    const names = async (query: string) =>
      (await page(`/en/secretariat/people?${query}`, office)).querySelectorAll('main .records a').map(words);
    expect(await names('q=inga')).toEqual(['Inga Owner']);
    expect(await names('q=VIJA+town.example')).toEqual(['Vija Viewer']);
    expect(await names('role=town-viewer')).toEqual(['Vija Viewer']);
    expect(await names('q=%25')).toEqual([]);
  });

  it('grants a role in two steps and takes it away, and both stand in the log', async () => {
    const address = `/en/secretariat/people/${nobody.id}`;
    const form = (await page(`${address}?role=translator`, office)).querySelector('form[action*="/grant"]');
    expect(form?.querySelectorAll('select[name=scope] option')).toHaveLength(9);
    const granted = await post(`${address}?role=translator&/grant`, office, {
      role: 'translator',
      scope: 'fi',
    });
    expect(granted.headers.location).toBe(`${address}?done=granted`);
    expect(await grantsOf(nobody)).toEqual(['translator fi']);
    const shown = await page(granted.headers.location ?? '', office);
    expect(words(shown.querySelector('[role=status]'))).toBe('The role has been granted.');
    expect(words(shown.querySelector('.records'))).toContain('Translator (Finnish)');
    expect((await post(`${address}?/revoke`, office, { role: 'translator', scope: 'fi' })).status).toBe(303);
    expect(await grantsOf(nobody)).toEqual([]);
    const log = await page(`/en/secretariat/audit?subject=person:${nobody.id}`, office);
    const rows = log.querySelectorAll('tbody tr').map(words);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/Olga Office secretariat\s*role\.revoke person:\d+\s*\{ "role": "translator"/);
  });

  it('is told at the field what a role must be for, and what was typed stays', async () => {
    const path = `/en/secretariat/people/${nobody.id}?role=juror&/grant`;
    const answer = await post(path, office, { role: 'juror', scope: 'soon' });
    expect(answer.status).toBe(400);
    const again = parse(answer.text);
    expect(again.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#scope');
    const field = again.querySelector('#scope');
    expect(field?.getAttribute('value')).toBe('soon');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
  });

  it('cannot take its last role away', async () => {
    await app.db.deleteFrom('role_grant').where('person_id', '=', waiting.id).execute();
    const path = `/en/secretariat/people/${office.id}?/revoke`;
    const answer = await post(path, office, { role: 'secretariat', scope: '' });
    expect(answer.status).toBe(400);
    expect(words(parse(answer.text).querySelector('[role=alert]'))).toContain(
      'the last person of the secretariat',
    );
    expect(await grantsOf(office)).toEqual(['secretariat']);
  });

  it('reads mails with their links as dots', async () => {
    await post('/en/secretariat/invitations?role=mentor&/invite', office, {
      role: 'mentor',
      email: 'mentor@town.example',
      language: 'fi',
    });
    const link = await linkInMailTo('mentor@town.example');
    const outbox = await ask('/en/secretariat/outbox', office);
    expect(outbox.text).toContain('Kutsu Nacreen');
    expect(outbox.text).toContain('••••••');
    expect(outbox.text).not.toContain(link.split('/').at(-1));
    // In the demonstration world it is what a newcomer has instead of a mailbox.
    await app.db.updateTable('person').set({ is_demonstration: true }).where('id', '=', editor.id).execute();
    expect((await ask('/en/secretariat/outbox', office)).text).toContain(link);
    await app.db.updateTable('person').set({ is_demonstration: false }).where('id', '=', editor.id).execute();
  });

  it('takes the log along as CSV in which nothing is a formula', async () => {
    await app.db.updateTable('person').set({ name: '=cmd()' }).where('id', '=', owner.id).execute();
    await post('/en/towns/rujiena/team?/invite', owner, {
      role: 'town-editor',
      email: 'csv@town.example',
      language: 'en',
    });
    const answer = await ask(`/en/secretariat/audit.csv?person=${owner.id}`, office);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['cache-control']).toContain('no-store');
    const rows = readCsv(answer.sent);
    expect(rows.flat().filter((cell) => cell.includes('cmd()'))).toEqual(["'=cmd()"]);
    await app.db.updateTable('person').set({ name: 'Inga Owner' }).where('id', '=', owner.id).execute();
  });
});

describe('a team', () => {
  it('is seen by its members, and by nobody else', async () => {
    const seen = await page('/en/towns/rujiena/team', viewer);
    expect(words(seen.querySelector('.records'))).toContain('Inga Owner');
    expect(seen.querySelector('form[action="?/invite"]')).toBeNull();
    for (const who of [nobody, editor]) {
      const answer = await ask('/en/towns/rujiena/team', who);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('Inga Owner');
    }
    expect((await ask('/en/towns/jakobstad/team', owner)).status).toBe(404);
    expect((await ask('/en/towns/rujiena/team')).headers.location).toBe(
      '/en/sign-in?to=%2Fen%2Ftowns%2Frujiena%2Fteam',
    );
  });

  it('grows by an invitation: mail, page with a button, and only then the role', async () => {
    const sent = await post('/lv/towns/rujiena/team?/invite', owner, {
      role: 'town-editor',
      email: ' Nora-Nobody@Town.example ',
      language: 'lv',
    });
    expect(sent.headers.location).toBe('/lv/towns/rujiena/team?done=invited');
    const link = await linkInMailTo(nobody.email);
    expect(link).toMatch(/^\/lv\/invitation\/[\w-]{32}$/);

    // A mail scanner opens it, and so does somebody else.
    const visitor = await page(link);
    expect(visitor.querySelector('main form')).toBeNull();
    expect(visitor.querySelector('main a[href^="/lv/sign-in?to="]')?.getAttribute('href')).toContain(
      encodeURIComponent(link),
    );
    expect(visitor.text).not.toContain(nobody.email);
    expect((await page(link, editor)).querySelector('main form')).toBeNull();
    expect((await post(link, editor, {})).status).toBe(400);
    const mine = await page(link, nobody);
    expect(mine.querySelector('main form[method=post]')).not.toBeNull();
    expect(await grantsOf(nobody)).toEqual([]);

    const accepted = await Promise.all([post(link, nobody, {}), post(link, nobody, {})]);
    for (const answer of accepted)
      expect(answer.headers.location).toBe('/lv/towns/rujiena/team?done=accepted');
    expect(await grantsOf(nobody)).toEqual(['town-editor rujiena']);
    expect((await ask('/en/invitation/not-a-token')).status).toBe(404);
  });

  it('keeps its last owner, who may leave once another is named', async () => {
    const leave = { personId: String(owner.id), role: 'town-owner' };
    const refused = await post('/en/towns/rujiena/team?/revoke', owner, leave);
    expect(refused.status).toBe(400);
    expect(words(parse(refused.text).querySelector('[role=alert]'))).toContain('last owner');
    const change = { personId: String(viewer.id), role: 'town-owner' };
    expect((await post('/en/towns/rujiena/team?/change', viewer, change)).status).toBe(400);
    expect((await post('/en/towns/rujiena/team?/change', owner, change)).status).toBe(303);
    expect((await post('/en/towns/rujiena/team?/revoke', owner, leave)).headers.location).toBe(
      '/en/towns/rujiena',
    );
    expect(await grantsOf(owner)).toEqual([]);
    expect(await grantsOf(viewer)).toEqual(['town-owner rujiena']);
  });
});

describe('a claim', () => {
  it('is asked for from the town’s page, decided by the secretariat, and gives the team its first owner', async () => {
    const link = (await page('/en/towns/jakobstad', owner)).querySelector(
      'main a[href="/en/towns/jakobstad/claim"]',
    );
    expect(link).not.toBeNull();
    const empty = await post('/en/towns/jakobstad/claim', owner, {
      organisation: '',
      jobTitle: 'Officer',
      letter: '',
    });
    expect(empty.status).toBe(400);
    const again = parse(empty.text);
    expect(again.querySelectorAll('[role=alert] a').map((a) => a.getAttribute('href'))).toEqual([
      '#organisation',
      '#letter',
    ]);
    expect(again.querySelector('#jobTitle')?.getAttribute('value')).toBe('Officer');
    const claim = { organisation: 'The <b>town</b>', jobTitle: 'Officer', letter: 'The mayor asked me to.' };
    expect((await post('/en/towns/jakobstad/claim', owner, claim)).status).toBe(303);
    expect((await post('/en/towns/jakobstad/claim', owner, claim)).status).toBe(303);

    const claims = await page('/en/secretariat/claims', office);
    expect(claims.querySelectorAll('main form')).toHaveLength(1);
    const main = words(claims.querySelector('main'));
    expect(main).toContain('town.example');
    expect(main).toContain('The <b>town</b>');
    const id = claims.querySelector('main input[name=id]')?.getAttribute('value') ?? '';
    const noReason = await post('/en/secretariat/claims', office, { id, decision: 'refused', reason: '' });
    expect(parse(noReason.text).querySelector('[role=alert] a')?.getAttribute('href')).toBe(`#reason-${id}`);
    expect(
      (await post('/en/secretariat/claims', office, { id, decision: 'confirmed', reason: '' })).status,
    ).toBe(303);
    expect(await grantsOf(owner)).toEqual(['town-owner jakobstad']);
    expect((await ask('/en/towns/jakobstad/claim', owner)).headers.location).toBe('/en/towns/jakobstad/team');
  });

  it('of an area or of no town is not found, and a visitor is led to sign in', async () => {
    expect((await ask('/en/towns/lake-peipus/claim', nobody)).status).toBe(404);
    expect((await ask('/en/towns/atlantis/claim', nobody)).status).toBe(404);
    expect((await ask('/en/towns/jakobstad/claim')).status).toBe(303);
  });
});

const everyPage = [
  'secretariat',
  'secretariat/people',
  `secretariat/people/${viewer.id}?role=juror`,
  'secretariat/invitations?role=partner-editor',
  'secretariat/claims',
  'secretariat/audit',
  'secretariat/outbox',
  'secretariat/settings',
  'towns/rujiena/team',
  'towns/vormsi/claim',
];

test.each(languages)('every page is there in %s', async (language) => {
  for (const path of everyPage) {
    const answer = await ask(`/${language}/${path}`, office);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.text).not.toContain('undefined');
    expect(answer.text).not.toContain('<script');
  }
});

const isJavaHere = await hasJava();

test.skipIf(!isJavaHere)(
  'the HTML of every page has no error',
  async () => {
    const asked = [
      ...everyPage.map((path) => [path, office] as const),
      ['towns/rujiena/team', viewer] as const,
    ];
    const pages = await Promise.all(
      asked.map(async ([path, who]) => ({ name: path, html: (await ask(`/en/${path}`, who)).text })),
    );
    const refused = await post('/en/secretariat/settings', office, { contact: 'nowhere' });
    pages.push({ name: 'a form that was refused', html: refused.text });
    const faults = await validateHtml(pages);
    expect(
      faults
        .filter(({ type }) => type === 'error')
        .map(({ page: name, message, extract }) => `${name}: ${message} ${extract}`),
    ).toEqual([]);
  },
  120_000,
);
