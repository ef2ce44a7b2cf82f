import { sql } from 'kysely';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../src/platform/audit/append-audit.ts';
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts';
import { mailTo, type FormReader } from './form-reader.ts';
import { runningApp } from './running-app.ts';
import { signedInAs, testSecret } from './signed-in.ts';

const app = await runningApp({ NACRE_SECRET: testSecret });
const { db } = app;

/** Words that stand nowhere else, each in a place of its own. */
const secrets = {
  name: 'Zsófiavirág Qwertzuiop',
  draft: 'Unpublishedzorblax',
  version: 'Firstversionkrimf',
  note: 'Reviewernotefnord',
  received: 'Receivednoteblick',
  mail: 'Contactmessagesplurf',
  claim: 'Claimletterplonk',
  job: 'Jobpayloadgrindel',
  audit: 'Auditvaluemurx',
  table: 'Importedcellgnarf',
  picture: 'Picturebytesknorz',
  pending: 'pending.address.wolpertinger@town.example',
  former: 'former.address.elwetritsch@town.example',
} as const;

/** In which columns of which tables one of the texts stands: all there are, whatever their type. */
async function whereIs(texts: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'`.execute(
    db,
  );
  expect(columns.length).toBeGreaterThan(200);
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const value = sql.ref(column);
    const has = texts.map((text) =>
      type === 'bytea'
        ? sql`position(convert_to(${text}, 'UTF8') in ${value}) > 0`
        : sql`position(lower(${text}) in lower(${value}::text)) > 0`,
    );
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`${schema}.${table}`)} where ${sql.join(has, sql` or `)}`.execute(
      db,
    );
    if ((rows[0]?.n ?? 0) > 0) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

const draftOf = (reader: FormReader) => Number(/contribute\/(\d+)/.exec(reader.path)?.[1]);
const baseOf = (reader: FormReader) =>
  reader.page.querySelector('input[name=base]')?.getAttribute('value') ?? '';

/** Begins a draft and saves two versions of its first page. */
async function write(reader: FormReader, first: string, second: string, town = ''): Promise<number> {
  await reader.open('/en/contribute');
  await reader.press('Begin a practice', { language: 'en', ...(town && { team: town }) });
  const id = draftOf(reader);
  for (const title of [first, second]) {
    await reader.open(`/en/contribute/${id}/place`);
    await reader.post(reader.path, new URLSearchParams({ base: baseOf(reader), title, organiser: title }));
  }
  return id;
}
const titlesOf = async (id: number) =>
  (
    await db
      .selectFrom('practice_draft_version')
      .select(['content', 'author_id'])
      .where('draft_id', '=', id)
      .orderBy('number')
      .execute()
  ).map(({ content, author_id }) => ({ title: (content as { title: string }).title, author: author_id }));

async function erase(reader: FormReader, fields: Record<string, string> = {}) {
  await reader.open('/en/account/data');
  await reader.press('Erase the account', { confirm: 'on', ...fields });
}
const emailOf = async (id: number) =>
  (await db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;

describe('what is held about a person', () => {
  it('is handed out as an archive with everything as data, drafts and mails as files, and what each is', async () => {
    const reader = await signedInAs(app, 'Inga Archivova');
    const id = await write(reader, 'First title', 'Second title');
    await reader.open('/en/account/email');
    await reader.press('Continue', { email: 'another.inga@town.example' });
    const cookie = [...reader.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.ask('/en/account/data/file', {
      method: 'POST',
      body: '',
      headers: {
        cookie,
        origin: app.origin.replace('localhost', '127.0.0.1'),
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="nacre-my-data.zip"');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const files = new Map(
      Object.entries(unzipSync(answer.sent)).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    const names = [...files.keys()];
    expect(names.slice(0, 2)).toEqual(['README.txt', 'data.json']);
    expect(names.filter((name) => name.startsWith('mails/'))).toHaveLength(2);
    const data = JSON.parse(files.get('data.json') ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({
      person: { name: 'Inga Archivova' },
      emailChange: { newAddress: 'another.inga@town.example' },
      drafts: [
        {
          draft: id,
          versions: [
            {},
            { content: { title: 'First title' } },
            { content: { title: 'Second title' }, byYou: true },
          ],
        },
      ],
    });
    expect(JSON.parse(files.get(`drafts/draft-${id}.json`) ?? '')).toEqual((data['drafts'] as unknown[])[0]);
    const readMe = files.get('README.txt') ?? '';
    for (const part of ['data.json: ', 'mails/: ', 'drafts/: ']) expect(readMe).toContain(part);
    for (const { token } of await db.selectFrom('session').select('token').execute())
      for (const text of files.values()) expect(text).not.toContain(token);
    for (const { old_token_hash: hash } of await db
      .selectFrom('email_change')
      .select('old_token_hash')
      .execute())
      for (const text of files.values()) expect(text).not.toContain(hash);
  });
});

describe('erasing', () => {
  it('leaves no word of a person in any column of any table, and the log whole', async () => {
    const reader = await signedInAs(app, secrets.name, [{ role: 'editor', scope: '' }]);
    const { personId } = reader;
    const email = await emailOf(personId);
    const other = await signedInAs(app, 'Somebody Else');

    const draft = await write(reader, secrets.version, secrets.draft);
    const theirs = await write(other, 'Their first', 'Their second');
    // Notes: given to another, and received.
    const note = (draftId: number, text: string, author: number) =>
      db
        .insertInto('practice_draft_note')
        .values({ draft_id: draftId, field: 'title', note: text, author_id: author, written_at: new Date() })
        .execute();
    await note(theirs, secrets.note, personId);
    await note(draft, secrets.received, other.personId);
    await db
      .updateTable('practice_draft')
      .set({ reviewer_id: personId, state: 'in-review' })
      .where('id', '=', theirs)
      .execute();
    await reader.open(`/en/contribute/${theirs}/review`);
    await reader.press('Save the notes', { 'note-title': `${secrets.note} again` });
    // A mail to another, written by her.
    await db.updateTable('practice').set({ owner_id: other.personId }).where('id', '=', 7).execute();
    await reader.open('/en/contribute/care/NP-7');
    await reader.press('Send', { message: `Hello, ${secrets.mail}` });
    await reader.open('/en/account/email');
    await reader.press('Continue', { email: secrets.pending });
    await reader.open('/en/towns/vormsi/claim');
    await reader.press('Send the request', {
      organisation: secrets.claim,
      jobTitle: secrets.claim,
      letter: secrets.claim,
    });
    await db
      .insertInto('invitation')
      .values({
        email: secrets.former,
        role: 'translator',
        scope: 'lv',
        language: 'en',
        token_hash: 'x',
        expires_at: new Date(),
        accepted_by: personId,
        accepted_at: new Date(),
      })
      .execute();
    await db
      .insertInto('outbox')
      .values({
        kind: 'sign-in-link',
        person_id: personId,
        language: 'en',
        recipient: secrets.former,
        subject: 'x',
        body_text: secrets.name,
        body_html: secrets.name,
        state: 'kept',
      })
      .execute();
    await sql`insert into pgboss.job (name, data, output, state) values
      ('purge-people', ${JSON.stringify({ email, message: secrets.job })}::jsonb, null, 'completed'),
      ('purge-people', ${JSON.stringify({ personId, message: secrets.job })}::jsonb, null, 'completed'),
      ('purge-people', null, ${JSON.stringify({ message: `${email}: ${secrets.job}` })}::jsonb, 'failed')`.execute(
      db,
    );
    await db.transaction().execute(async (trx) => {
      const at = new Date();
      const actor = { personId: other.personId, name: 'Somebody Else', role: 'secretariat' };
      await appendAudit(trx, {
        act: 'test.about',
        subject: { kind: 'place', id: 1 },
        actor,
        at,
        after: secrets.audit,
        about: [personId],
      });
      await appendAudit(trx, {
        act: 'test.subject',
        subject: { kind: 'person', id: personId },
        actor,
        at,
        before: { name: secrets.audit },
      });
    });

    await db
      .insertInto('practice_import')
      .values({
        person_id: personId,
        digest: 'a'.repeat(64),
        file_name: 'x.csv',
        cells: JSON.stringify([['title'], [secrets.table]]),
        checked_at: new Date(),
      })
      .execute();
    const digest = 'b'.repeat(64);
    await db.insertInto('picture').values({ digest, width: 1, height: 1, used_at: new Date() }).execute();
    await db
      .insertInto('picture_file')
      .values({ digest, name: '1.webp', width: 1, height: 1, content: Buffer.from(secrets.picture) })
      .execute();
    await db.insertInto('practice_draft_picture').values({ draft_id: draft, digest }).execute();

    const texts = [email, ...Object.values(secrets)];
    const before = await whereIs(texts);
    // Each of these could have leaked.
    for (const place of [
      'person.name',
      'person.email',
      'practice_draft_version.content',
      'practice_draft_note.note',
      'outbox.body_text',
      'outbox.body_html',
      'outbox.recipient',
      'town_claim.letter',
      'email_change.new_email',
      'invitation.email',
      'audit_value.actor_name',
      'practice_import.cells',
      'picture_file.content',
      'audit_value.before',
      'audit_value.after',
    ])
      expect(before).toContain(place);
    expect(before.filter((place) => place.startsWith('job'))).not.toEqual([]);

    await erase(reader);
    expect(reader.page.querySelector('main')?.text).toContain('Your account has been erased.');
    expect(await whereIs(texts)).toEqual([]);
    expect(await titlesOf(draft)).toEqual([]);
    // What is another's stays.
    expect((await titlesOf(theirs)).map(({ title }) => title)).toContain('Their second');
    expect((await verifyAudit(db)).ok).toBe(true);
  });

  it('keeps what was published, without the person and without what was not', async () => {
    const writer = await signedInAs(app, 'Publishing Person');
    const draft = await write(writer, 'Hidden first words', 'Public words');
    const practice = await db
      .selectFrom('practice')
      .select('id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('practice_draft')
      .set({ state: 'published', practice_id: practice.id })
      .where('id', '=', draft)
      .execute();
    await db
      .updateTable('practice')
      .set({ owner_id: writer.personId })
      .where('id', '=', practice.id)
      .execute();
    await erase(writer);
    expect(await titlesOf(draft)).toEqual([{ title: 'Public words', author: null }]);
    const row = await db
      .selectFrom('practice')
      .select(['owner_id', 'state'])
      .where('id', '=', practice.id)
      .executeTakeFirst();
    expect(row).toEqual({ owner_id: null, state: 'published' });
    expect((await app.ask(`/id/NP-${practice.id}`)).status).toBeLessThan(400);
  });

  it('passes what was written for a town to its team, where somebody else writes there', async () => {
    const writer = await signedInAs(app, 'Town Writer', [{ role: 'town-editor', scope: 'rujiena' }]);
    const viewer = await signedInAs(app, 'Town Viewer', [{ role: 'town-viewer', scope: 'rujiena' }]);
    const colleague = await signedInAs(app, 'Town Owner', [{ role: 'town-owner', scope: 'rujiena' }]);
    const draft = await write(writer, 'Of the town', 'Of the town, later', 'rujiena');
    const { team_place_id: team } = await db
      .selectFrom('practice_draft')
      .select('team_place_id')
      .where('id', '=', draft)
      .executeTakeFirstOrThrow();
    expect(team).toBe('rujiena');
    await erase(writer);
    const owner = async () =>
      (await db.selectFrom('practice_draft').select('owner_id').where('id', '=', draft).executeTakeFirst())
        ?.owner_id;
    expect(await owner()).toBe(colleague.personId);
    expect((await titlesOf(draft)).every(({ author }) => author === null)).toBe(true);
    // Nobody else writes: a viewer gets nothing that nobody may change.
    await erase(colleague, { 'town-rujiena': 'free' });
    expect(await owner()).toBeUndefined();
    expect(viewer.personId).toBeGreaterThan(0);
  });
});

describe('the only owner of a town', () => {
  const own = (name: string, scope: string) => signedInAs(app, name, [{ role: 'town-owner', scope }]);
  const holds = async (personId: number, scope: string) =>
    (
      await db
        .selectFrom('role_grant')
        .select('role')
        .where('person_id', '=', personId)
        .where('scope', '=', scope)
        .where('revoked_at', 'is', null)
        .execute()
    ).map(({ role }) => role);

  it('is told which town, and must say what becomes of it', async () => {
    const owner = await own('Alone', 'saldus');
    await db
      .insertInto('town_claim')
      .values({
        place_id: 'saldus',
        person_id: owner.personId,
        organisation: 'x',
        job_title: 'x',
        letter: 'x',
        decision: 'confirmed',
        decided_at: new Date(),
      })
      .execute();
    await owner.open('/en/account/data');
    expect(owner.page.querySelector('main')?.text).toContain(
      'You are the only owner of this town’s team: Saldus.',
    );
    await owner.press('Erase the account', { confirm: 'on' });
    expect(owner.problems).toEqual(['Please say who takes over the town, or that nobody does.']);
    expect(owner.page.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#town-saldus');
    const stranger = await signedInAs(app, 'Stranger');
    await owner.post(
      '/en/account/data',
      new URLSearchParams({ confirm: 'on', 'town-saldus': String(stranger.personId) }),
    );
    expect(owner.problems).toEqual(['This person is not in the town’s team any more. Please choose again.']);
    expect(await holds(stranger.personId, 'saldus')).toEqual([]);
    expect(await holds(owner.personId, 'saldus')).toEqual(['town-owner']);
  });

  it('leaves it free: the secretariat gets a mail, and another officer can be confirmed', async () => {
    const office = await signedInAs(app, 'Office', [{ role: 'secretariat', scope: '' }]);
    const address = await emailOf(office.personId);
    const owner = await db
      .selectFrom('role_grant')
      .select('person_id')
      .where('scope', '=', 'saldus')
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow();
    await db
      .updateTable('role_grant')
      .set({ revoked_at: new Date() })
      .where('person_id', '=', owner.person_id)
      .execute();
    const leaving = await own('Leaving', 'saldus');
    await erase(leaving, { 'town-saldus': 'free' });
    const mail = await mailTo(app, address);
    expect(mail.subject).toContain('Saldus');
    expect(mail.kind).toBe('town-without-owner');
    expect(mail.text).not.toContain('Leaving');
    const officer = await signedInAs(app, 'Officer');
    await officer.open('/en/towns/saldus/claim');
    await officer.press('Send the request', { organisation: 'Town', jobTitle: 'Head', letter: 'Asked to' });
    await office.open('/en/secretariat/claims');
    await office.press('Confirm: Saldus');
    expect(await holds(officer.personId, 'saldus')).toEqual(['town-owner']);
  });

  it('hands it to one of the team, who gets a mail', async () => {
    const owner = await own('Handing', 'odense');
    const editor = await signedInAs(app, 'Next', [{ role: 'town-editor', scope: 'odense' }]);
    const address = await emailOf(editor.personId);
    await erase(owner, { 'town-odense': String(editor.personId) });
    expect(await holds(editor.personId, 'odense')).toEqual(['town-owner']);
    expect((await mailTo(app, address)).kind).toBe('town-handed-on');
    expect((await verifyAudit(db)).ok).toBe(true);
  });

  it('who is not alone is asked nothing', async () => {
    const [one, other] = [await own('One', 'cesis'), await own('Two', 'cesis')];
    await one.open('/en/account/data');
    expect(one.page.querySelector('select')).toBeNull();
    await erase(one);
    expect(await holds(other.personId, 'cesis')).toEqual(['town-owner']);
  });
});
