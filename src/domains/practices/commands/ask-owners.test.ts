import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { eraseAccount, visitor } from '#domains/accounts/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { aDraft, anEditor, aPerson, contextOf, published } from '../testing.ts';
import { askOwners } from './ask-owners.ts';
import { confirmPractice } from './confirm-practice.ts';
import { personalPractices } from './personal-practices.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

const on = (day: string) => ({
  ...contextOf(database.db, visitor),
  clock: stoppedClock(`${day}T05:40:00Z`),
});

/** A practice of somebody new, published on that day. */
async function aPractice(day: string, language: 'lv' | 'fi' = 'lv') {
  const { db } = database;
  const owner = await aPerson(db, [], language);
  const at = `${day}T10:00:00Z`;
  const writing = contextOf(db, owner, at);
  const draftId = await aDraft(writing, { title: `Kāpnes ${owner.person.id}` });
  const id = await published(writing, contextOf(db, await anEditor(db), at), draftId);
  return { id, owner };
}
const questionsTo = ({ person }: { person: { id: number } }) =>
  database.db
    .selectFrom('outbox')
    .select(['language', 'body_text as text', 'recipient'])
    .where('kind', '=', 'practice-question')
    .where('person_id', '=', person.id)
    .execute();
const verifiedOn = async (id: number) =>
  (
    await database.db
      .selectFrom('practice')
      .select('verified_on')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).verified_on;

describe('the yearly question', () => {
  it('comes a year after the last verification, once, in the owner’s language, with the way to the button', async () => {
    const { id, owner } = await aPractice('2025-03-10', 'fi');
    await askOwners(on('2026-03-09'));
    expect(await questionsTo(owner)).toEqual([]);
    expect(await askOwners(on('2026-03-10'))).toBe(1);
    expect(await askOwners(on('2026-03-11'))).toBe(0);
    const [mail, ...more] = await questionsTo(owner);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ language: 'fi', recipient: owner.person.email });
    expect(mail?.text).toContain(`/fi/contribute/care/NP-${id}`);
    const [entry] = await listAudit(database.db);
    expect(entry).toMatchObject({ act: 'practice.ask', role: 'system' });
    // Who does not answer is asked again after another year, and not before.
    expect(await askOwners(on('2027-03-09'))).toBe(0);
    expect(await askOwners(on('2027-03-11'))).toBe(1);
  });

  it('is not put to somebody who confirmed meanwhile, nor about what was archived', async () => {
    const [confirmed, archived] = [await aPractice('2025-04-10'), await aPractice('2025-04-10')];
    const asOwner = contextOf(database.db, confirmed.owner, '2026-04-01T10:00:00Z');
    expect((await confirmPractice(asOwner, { id: confirmed.id })).ok).toBe(true);
    await database.db
      .updateTable('practice')
      .set({ state: 'archived' })
      .where('id', '=', archived.id)
      .execute();
    expect(await askOwners(on('2026-04-12'))).toBe(0);
    expect(await questionsTo(confirmed.owner)).toEqual([]);
    expect(await askOwners(on('2027-04-02'))).toBeGreaterThan(0);
    expect(await questionsTo(confirmed.owner)).toHaveLength(1);
  });

  it('asked by two processes at once is one question', async () => {
    const { owner } = await aPractice('2025-05-10');
    const counts = await Promise.all([askOwners(on('2026-05-20')), askOwners(on('2026-05-20'))]);
    expect(counts[0] + counts[1]).toBe(1);
    expect(await questionsTo(owner)).toHaveLength(1);
  });

  it('forgets with the owner: the mails that went out are emptied, and nobody is asked any more', async () => {
    const { id, owner } = await aPractice('2025-06-10');
    await askOwners(on('2026-06-20'));
    const sent = await database.db
      .selectFrom('outbox')
      .select('id')
      .where('person_id', '=', owner.person.id)
      .execute();
    expect(sent.length).toBeGreaterThan(1);
    const { id: sessionId, created_at: at } = await database.db
      .insertInto('session')
      .values({ person_id: owner.person.id, token: 'of-the-owner', expires_at: new Date('2030-01-01') })
      .returning(['id', 'created_at'])
      .executeTakeFirstOrThrow();
    const erasing = { ...contextOf(database.db, { ...owner, sessionId }, at.toISOString()) };
    expect((await eraseAccount(erasing, { towns: {} }, [personalPractices])).ok).toBe(true);
    const mails = await database.db
      .selectFrom('outbox')
      .select(['state', 'recipient', 'subject', 'body_text', 'body_html'])
      .where(
        'id',
        'in',
        sent.map((mail) => mail.id),
      )
      .execute();
    for (const mail of mails)
      expect(mail).toEqual({
        state: 'erased',
        recipient: null,
        subject: null,
        body_text: null,
        body_html: null,
      });
    await askOwners(on('2028-06-20'));
    expect((await questionsTo(owner)).filter(({ recipient }) => recipient !== null)).toEqual([]);
    // The practice stays, without its owner's name.
    expect(await verifiedOn(id)).toBe('2025-06-10');
  });
});

describe('“still true”', () => {
  it('notes the day once, and what it was before', async () => {
    const { id, owner } = await aPractice('2025-07-10');
    const asOwner = contextOf(database.db, owner, '2026-07-01T10:00:00Z');
    for (let turn = 0; turn < 2; turn++) expect((await confirmPractice(asOwner, { id })).ok).toBe(true);
    expect(await verifiedOn(id)).toBe('2026-07-01');
    const entries = (await listAudit(database.db)).filter(
      ({ act, subject }) => act === 'practice.confirm' && subject.id === String(id),
    );
    expect(entries).toMatchObject([
      {
        role: 'owner',
        detail: { before: { verifiedOn: '2025-07-10' }, after: { verifiedOn: '2026-07-01' } },
      },
    ]);
  });

  it('is the owner’s, the team’s and the editors’ to say, and of no practice that is gone', async () => {
    const { id } = await aPractice('2025-08-10');
    const at = '2026-08-01T10:00:00Z';
    const key = async (actor: Awaited<ReturnType<typeof aPerson>>, of = id) => {
      const said = await confirmPractice(contextOf(database.db, actor, at), { id: of });
      return said.ok ? 'done' : said.refusal.reasons[0]?.key;
    };
    expect(await key(await aPerson(database.db))).toBe('contribute_refused_part');
    expect(await key(await aPerson(database.db, [{ role: 'secretariat', scope: '' }]))).toBe(
      'contribute_refused_part',
    );
    expect(await verifiedOn(id)).toBe('2025-08-10');
    expect(await key(await anEditor(database.db), 987_654_321)).toBe('contribute_refused_gone');
    expect(await key(await anEditor(database.db))).toBe('done');
  });
});
