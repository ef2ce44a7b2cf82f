import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { emptyContent, fieldsOf } from '../rules/draft-fields.ts';
import { listPractices } from '../queries/list-practices.ts';
import { readPractice } from '../queries/practice-page.ts';
import { notesOf } from '../store/draft-notes.ts';
import { draftById, versionsOf } from '../store/drafts.ts';
import { slugById } from '../store/practices.ts';
import { aDraft, anEditor, aPerson, contextOf, published, wholeContent } from '../testing.ts';
import { archiveDraft } from './archive-draft.ts';
import { askChanges } from './ask-changes.ts';
import { publishDraft } from './publish-draft.ts';
import { restoreVersion } from './restore-version.ts';
import { saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';
import { submitDraft } from './submit-draft.ts';
import { takeDraft } from './take-draft.ts';
import { withdrawDraft } from './withdraw-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

const found = async (q: string): Promise<number[]> =>
  (await listPractices(database.db, parseFilters(new URLSearchParams({ q })), 'lv')).practices.map(
    ({ id }) => id,
  );
const people = async () => {
  const [writer, editor] = [await aPerson(database.db, [], 'lv'), await anEditor(database.db)];
  return { writer: contextOf(database.db, writer), editor: contextOf(database.db, editor) };
};
const mailsTo = async (ctx: ReturnType<typeof contextOf>) =>
  (
    await database.db
      .selectFrom('outbox')
      .select(['kind', 'language', 'body_text'])
      .where('person_id', '=', ctx.actor.person?.id ?? 0)
      .orderBy('id')
      .execute()
  ).map(({ kind, language, body_text }) => ({ kind, language, text: body_text ?? '' }));
const lastAct = async () => (await listAudit(database.db))[0];

describe('beginning', () => {
  it('twice with one form begins one draft, also at the same moment', async () => {
    const { writer } = await people();
    const input = { token: randomUUID(), language: 'lv' as const, teamPlaceId: null, practiceId: null };
    const all = await Promise.all([1, 2, 3].map(() => startDraft(writer, input)));
    const numbers = all.map((result) => (result.ok ? result.value : null));
    expect(new Set(numbers).size).toBe(1);
    const rows = await database.db
      .selectFrom('practice_draft')
      .select('id')
      .where('once_token', '=', input.token)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('again after going back leads to the draft that is still empty, until something is written into it', async () => {
    const { writer } = await people();
    const begin = (language: 'lv' | 'fi' = 'lv') =>
      startDraft(writer, { token: randomUUID(), language, teamPlaceId: null, practiceId: null });
    const first = await begin();
    expect(await begin()).toEqual(first);
    expect(await begin('fi')).not.toEqual(first);
    if (!first.ok) throw new Error('not begun');
    await saveDraft(writer, { draftId: first.value, base: 1, typed: { title: 'A' }, fields: ['title'] });
    expect(await begin()).not.toEqual(first);
  });

  it('with the form of somebody else does not lead into that person’s draft', async () => {
    const [{ writer }, other] = [await people(), contextOf(database.db, await aPerson(database.db))];
    const input = { token: randomUUID(), language: 'lv' as const, teamPlaceId: null, practiceId: null };
    await startDraft(writer, input);
    expect(await startDraft(other, input)).toMatchObject({ ok: false });
  });

  it('for a town is its team’s alone', async () => {
    const { writer } = await people();
    const input = { token: randomUUID(), language: 'lv' as const, teamPlaceId: 'rujiena', practiceId: null };
    expect(await startDraft(writer, input)).toMatchObject({ ok: false });
  });
});

describe('saving', () => {
  it('keeps what was typed, wrong or not, as a version; the same again is no new one', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    const input = { draftId, base: 2, typed: { yearStart: 'about 2019' }, fields: ['yearStart'] as const };
    expect(await saveDraft(writer, input)).toEqual({ ok: true, value: 3 });
    expect(await saveDraft(writer, input)).toEqual({ ok: true, value: 3 });
    const [newest] = await versionsOf(database.db, draftId, 10);
    expect(newest).toMatchObject({ number: 3, changed: ['yearStart'] });
    expect(newest?.content.yearStart).toBe('about 2019');
    expect(await lastAct()).toMatchObject({ act: 'draft.edit', role: 'owner' });
  });

  it('by two people at once loses nothing: other fields are brought together, one field is shown to the second', async () => {
    const owner = contextOf(
      database.db,
      await aPerson(database.db, [{ role: 'town-editor', scope: 'rujiena' }]),
    );
    const colleague = contextOf(
      database.db,
      await aPerson(database.db, [{ role: 'town-editor', scope: 'rujiena' }]),
    );
    const draftId = await aDraft(owner, {}, 'lv', 'rujiena');
    const fields = fieldsOf('place');
    const typed = { ...wholeContent };
    await saveDraft(owner, { draftId, base: 2, typed: { ...typed, title: 'Kāpnes' }, fields });
    // Who still has version 2 before their eyes and changes another field.
    expect(
      await saveDraft(colleague, { draftId, base: 2, typed: { ...typed, organiser: 'Mēs' }, fields }),
    ).toEqual({
      ok: true,
      value: 4,
    });
    const clash = await saveDraft(colleague, {
      draftId,
      base: 2,
      typed: { ...typed, title: 'Upes kāpnes', organiser: 'Mēs' },
      fields,
    });
    expect(clash).toMatchObject({
      ok: false,
      refusal: {
        conflict: {
          fields: ['title'],
          mine: { title: 'Upes kāpnes', organiser: 'Mēs' },
          theirs: { number: 4, content: { title: 'Kāpnes' } },
        },
      },
    });
    // Merged, with the other's version as its base, it is kept.
    const merged = { ...typed, title: 'Kāpnes pie upes', organiser: 'Mēs' };
    expect(await saveDraft(colleague, { draftId, base: 4, typed: merged, fields })).toEqual({
      ok: true,
      value: 5,
    });
  });

  it('brings an older version back without losing the newer ones', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    await saveDraft(writer, { draftId, base: 2, typed: { title: '' }, fields: ['title'] });
    expect(await restoreVersion(writer, { draftId, number: 2 })).toEqual({ ok: true, value: 4 });
    const versions = await versionsOf(database.db, draftId, 10);
    expect(versions.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [4, 2],
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect(versions[0]?.content.title).toBe(wholeContent.title);
  });

  it('somebody else’s draft is refused as one that is not there', async () => {
    const [{ writer }, other] = [await people(), contextOf(database.db, await aPerson(database.db))];
    const draftId = await aDraft(writer);
    const saved = await saveDraft(other, { draftId, base: 2, typed: { title: 'x' }, fields: ['title'] });
    // As for a number that nobody has: that it exists is nothing to learn.
    const nobodys = await saveDraft(other, { draftId: 987_654_321, base: 2, typed: {}, fields: [] });
    expect(saved).toEqual(nobodys);
    expect(saved).toMatchObject({ ok: false, refusal: { reasons: [{ key: 'contribute_refused_gone' }] } });
  });
});

describe('the way to the readers', () => {
  it('a draft with something missing is not handed in', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer, { outcomes: '', places: ['Atlantīda'] });
    expect(await submitDraft(writer, { draftId })).toMatchObject({
      ok: false,
      refusal: { reasons: [{ key: 'contribute_refused_incomplete' }] },
    });
  });

  it('from draft through changes to publication: found at once and never before, each step told and noted', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer, { title: 'Kvarkšķu kāpnes' });
    expect(await found('Kvarkšķu')).toEqual([]);
    await submitDraft(writer, { draftId });
    expect(await found('Kvarkšķu')).toEqual([]);
    await takeDraft(editor, { draftId });
    await askChanges(editor, { draftId, notes: { outcomes: 'Kas skaitīja?' } });
    expect(await notesOf(database.db, draftId)).toEqual({ outcomes: 'Kas skaitīja?' });
    await saveDraft(writer, {
      draftId,
      base: 2,
      typed: { outcomes: 'Skaitīja bibliotēka.' },
      fields: ['outcomes'],
    });
    const id = await published(writer, editor, draftId);
    expect(await found('Kvarkšķu')).toEqual([id]);
    expect(await readPractice(database.db, 'kvarksku-kapnes', 'en')).toMatchObject({
      found: 'practice',
      page: {
        costEur: 4500,
        body: { outcomes: 'Skaitīja bibliotēka.' },
        partners: ['Bibliotēka', 'Mūzikas skola'],
      },
    });
    const mails = await mailsTo(writer);
    expect(mails.map(({ kind }) => kind)).toEqual([
      'practice-submitted',
      'practice-taken',
      'practice-changes-asked',
      'practice-submitted',
      'practice-taken',
      'practice-published',
    ]);
    expect(mails.every(({ language }) => language === 'lv')).toBe(true);
    expect(mails[2]?.text).toContain('Kas skaitīja?');
    expect(mails[5]?.text).toContain(`https://nacre.example/lv/contribute/${draftId}`);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
    const acts = (await listAudit(database.db))
      .filter(({ subject }) => subject.id === String(draftId) && subject.kind === 'practice-draft')
      .map(({ act, role }) => `${act} ${role}`);
    expect(acts.toReversed()).toEqual([
      'draft.start owner',
      'draft.edit owner',
      'draft.submit owner',
      'draft.take editor',
      'draft.ask-changes editor',
      'draft.edit owner',
      'draft.submit owner',
      'draft.take editor',
      'draft.publish editor',
    ]);
  });

  it('publishing twice at once publishes once', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer, { title: 'Divreiz' });
    await submitDraft(writer, { draftId });
    await takeDraft(editor, { draftId });
    const both = await Promise.all([publishDraft(editor, { draftId }), publishDraft(editor, { draftId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await found('Divreiz')).toHaveLength(1);
  });

  it('two of one title get two addresses', async () => {
    const { writer, editor } = await people();
    const ids = [];
    for (let n = 0; n < 2; n++)
      ids.push(await published(writer, editor, await aDraft(writer, { title: 'Viens nosaukums' })));
    expect(await Promise.all(ids.map((id) => slugById(database.db, id)))).toEqual([
      'viens-nosaukums',
      'viens-nosaukums-2',
    ]);
  });

  it('a published practice is changed in a new draft while the old stays public, at its address', async () => {
    const { writer, editor } = await people();
    const practiceId = await published(writer, editor, await aDraft(writer, { title: 'Pirmais zvirgzds' }));
    const begin = { language: 'en' as const, teamPlaceId: null, practiceId };
    const again = await startDraft(writer, { ...begin, token: randomUUID() });
    if (!again.ok) throw new Error('not begun');
    // The one open draft is met again, with whatever form.
    expect(await startDraft(writer, { ...begin, token: randomUUID() })).toEqual(again);
    await saveDraft(writer, {
      draftId: again.value,
      base: 1,
      typed: { title: 'Otrais žuburs', consent: 'yes' },
      fields: ['title', 'consent'],
    });
    expect(await found('zvirgzds')).toEqual([practiceId]);
    expect(await found('žuburs')).toEqual([]);
    expect(await published(writer, editor, again.value)).toBe(practiceId);
    expect(await found('zvirgzds')).toEqual([]);
    expect(await found('žuburs')).toEqual([practiceId]);
    expect(await slugById(database.db, practiceId)).toBe('pirmais-zvirgzds');
  });

  it('an archived practice leaves its readers, with a reason for its owner; without one it stays', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer, { title: 'Blurkšķis' });
    const id = await published(writer, editor, draftId);
    expect(await archiveDraft(editor, { draftId, reason: '' })).toMatchObject({ ok: false });
    expect(await found('Blurkšķis')).toEqual([id]);
    expect(await archiveDraft(editor, { draftId, reason: 'Lūdza pašvaldība.' })).toMatchObject({ ok: true });
    expect(await found('Blurkšķis')).toEqual([]);
    expect(await readPractice(database.db, 'blurkskis', 'lv')).toEqual({ found: 'archived' });
    expect((await mailsTo(writer)).at(-1)?.text).toContain('Lūdza pašvaldība.');
  });

  it('a refused step writes nothing: no state, no mail, no line in the log', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer);
    const before = [await draftById(database.db, draftId), await lastAct(), await mailsTo(writer)];
    for (const refused of [
      await takeDraft(editor, { draftId }),
      await publishDraft(editor, { draftId }),
      await publishDraft(writer, { draftId }),
      await archiveDraft(editor, { draftId, reason: 'x' }),
      await askChanges(editor, { draftId, notes: { title: 'x' } }),
      await withdrawDraft(editor, { draftId }),
    ])
      expect(refused.ok).toBe(false);
    expect([await draftById(database.db, draftId), await lastAct(), await mailsTo(writer)]).toEqual(before);
  });

  it('what is withdrawn is over', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    expect(await withdrawDraft(writer, { draftId })).toMatchObject({ ok: true });
    const saved = await saveDraft(writer, { draftId, base: 2, typed: emptyContent, fields: ['title'] });
    expect(saved).toMatchObject({ ok: false, refusal: { reasons: [{ key: 'contribute_refused_state' }] } });
  });
});
