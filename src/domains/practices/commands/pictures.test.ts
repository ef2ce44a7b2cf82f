import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { samplePicture } from '../../../../tests/setup/sample-pictures.ts';
import { visitor } from '#domains/accounts/index.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { stoppedClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { readDraft } from '../queries/read-draft.ts';
import { readDraftPicture, readPicture } from '../queries/read-picture.ts';
import { practiceCards } from '../queries/practice-cards.ts';
import { readPractices } from '../queries/practice-page.ts';
import { practicesById } from '../store/practices.ts';
import { aDraft, anEditor, aPerson, contextOf, published } from '../testing.ts';
import { addPicture } from './add-picture.ts';
import { archiveDraft } from './archive-draft.ts';
import { purgeUnusedPictures } from './purge-pictures.ts';
import { returnPicture } from './return-picture.ts';
import { saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';
import { submitDraft } from './submit-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

let shade = 0;
const bytes = (): Promise<Buffer> => samplePicture('jpeg', { width: 640, height: 480, shade: (shade += 7) });
const said = { alt: 'Kāpnes pie upes', credit: 'Kultūras biedrība', licence: 'CC BY 4.0' };

type Ctx = ReturnType<typeof contextOf>;
const people = async () => {
  const [writer, editor] = [await aPerson(database.db, [], 'lv'), await anEditor(database.db)];
  return { writer: contextOf(database.db, writer), editor: contextOf(database.db, editor) };
};
async function added(ctx: Ctx, draftId: number, file?: Buffer): Promise<string> {
  const done = await addPicture(ctx, { draftId, bytes: file ?? (await bytes()) });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.digest;
}
async function viewOf(ctx: Ctx, draftId: number) {
  const view = await readDraft(database.db, ctx.actor, draftId, 'lv');
  if (!view) throw new Error('not to be read');
  return view;
}
async function describeAll(ctx: Ctx, draftId: number): Promise<void> {
  const { draft, content } = await viewOf(ctx, draftId);
  const pictures = content.pictures.map(({ digest }) => ({ digest, ...said }));
  const saved = await saveDraft(ctx, {
    draftId,
    base: draft.version,
    typed: { pictures },
    fields: ['pictures'],
  });
  if (!saved.ok) throw new Error('not saved');
}
const file = (digest: string) => readPicture(database.db, digest, '480.webp');
const setPictures = async (ctx: Ctx, draftId: number, digests: string[]) => {
  const { draft } = await viewOf(ctx, draftId);
  return saveDraft(ctx, {
    draftId,
    base: draft.version,
    typed: { pictures: digests.map((digest) => ({ digest, ...said })) },
    fields: ['pictures'],
  });
};

describe('a picture of a draft', () => {
  it('is added as a version with an audit line, twice the same is one, and keeps the draft from being handed in until it is described', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    const sent = await bytes();
    const digest = await added(writer, draftId, sent);
    expect((await listAudit(database.db))[0]).toMatchObject({ act: 'draft.edit' });
    const { version } = (await viewOf(writer, draftId)).draft;
    expect(await added(writer, draftId, sent)).toBe(digest);
    const view = await viewOf(writer, draftId);
    expect(view.draft.version).toBe(version);
    expect(view.pictures).toMatchObject([{ digest, width: 640, height: 480, jpeg: '640.jpg' }]);
    expect(view.problems.map(({ key }) => key)).toEqual([
      'contribute_problem_picture_alt',
      'contribute_problem_picture_credit',
      'contribute_problem_picture_licence',
    ]);
    expect((await submitDraft(writer, { draftId })).ok).toBe(false);
    await describeAll(writer, draftId);
    expect((await submitDraft(writer, { draftId })).ok).toBe(true);
  });

  it('is added by who may write it and by nobody else; what is no picture is refused with the reason', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer);
    const stranger = contextOf(database.db, await aPerson(database.db));
    const nobody = contextOf(database.db, visitor);
    for (const ctx of [stranger, editor, nobody])
      expect(await addPicture(ctx, { draftId, bytes: await bytes() })).toMatchObject({ ok: false });
    expect(await addPicture(writer, { draftId, bytes: Buffer.from('<svg/>') })).toEqual({
      ok: false,
      refusal: { reasons: [{ key: 'pictures_problem_kind' }] },
    });
    expect((await viewOf(writer, draftId)).content.pictures).toEqual([]);
  });

  it('is one of six at most, and one of a hundred a day', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    for (let n = 0; n < 6; n += 1) await added(writer, draftId);
    expect(await addPicture(writer, { draftId, bytes: await bytes() })).toMatchObject({
      refusal: { reasons: [{ key: 'contribute_refused_pictures' }] },
    });
    await database.db
      .updateTable('attempt')
      .set({ count: 100 })
      .where('key', '=', `picture|${writer.actor.person?.id}`)
      .execute();
    expect(await addPicture(writer, { draftId, bytes: await bytes() })).toMatchObject({
      refusal: { reasons: [{ key: 'contribute_refused_pictures_often' }] },
    });
  });

  it('is seen by who may read the draft; who only writes its name into another draft gets no sight of it', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer);
    const digest = await added(writer, draftId);
    const see = (ctx: Ctx, id = draftId) =>
      readDraftPicture(database.db, ctx.actor, { draftId: id, digest, file: '480.webp' });
    expect(await see(writer)).toMatchObject({ mediaType: 'image/webp' });
    const thief = contextOf(database.db, await aPerson(database.db));
    const own = await aDraft(thief);
    expect((await setPictures(thief, own, [digest])).ok).toBe(true);
    expect((await viewOf(thief, own)).content.pictures).toEqual([]);
    for (const [ctx, id] of [
      [thief, draftId],
      [thief, own],
      [editor, draftId],
    ] as const)
      expect(await see(ctx, id)).toBeUndefined();
    expect(await see(contextOf(database.db, visitor))).toBeUndefined();
    expect(await file(digest)).toBeUndefined();
  });

  it('that was removed is brought back as it was described, once', async () => {
    const { writer } = await people();
    const draftId = await aDraft(writer);
    const [one, two] = [await added(writer, draftId), await added(writer, draftId)];
    await describeAll(writer, draftId);
    await setPictures(writer, draftId, [two]);
    for (let turn = 0; turn < 2; turn += 1)
      expect(await returnPicture(writer, { draftId, digest: one })).toMatchObject({ ok: true });
    expect((await viewOf(writer, draftId)).content.pictures).toEqual(
      [two, one].map((digest) => ({ digest, ...said })),
    );
    expect(await returnPicture(writer, { draftId, digest: 'f'.repeat(64) })).toMatchObject({ ok: false });
  });
});

describe('a published practice', () => {
  it('shows its pictures to everybody with the words that were reviewed, is withdrawn with them, and names nobody', async () => {
    const { writer, editor } = await people();
    const draftId = await aDraft(writer, { title: 'Kāpnes ar bildi' });
    const [first, second] = [await added(writer, draftId), await added(writer, draftId)];
    const digests = [first, second];
    await describeAll(writer, draftId);
    const id = await published(writer, editor, draftId);
    const [reading] = await readPractices(database.db, [id], 'en');
    expect(reading?.pictures).toMatchObject(digests.map((digest) => ({ digest, ...said, width: 640 })));
    const [card] = await practiceCards(database.db, [id], 'en');
    expect(card?.photo).toMatchObject({ digest: digests[0], jpeg: '640.jpg' });
    expect(await file(second)).toMatchObject({ mediaType: 'image/webp' });

    // Changed in a new draft: its pictures come along, and may be taken away there.
    const next = await startDraft(writer, {
      token: crypto.randomUUID(),
      language: 'lv',
      teamPlaceId: null,
      practiceId: id,
    });
    if (!next.ok) throw new Error('not begun');
    const { content, draft } = await viewOf(writer, next.value);
    expect(content.pictures.map(({ digest }) => digest)).toEqual(digests);
    await saveDraft(writer, {
      draftId: next.value,
      base: draft.version,
      typed: { pictures: content.pictures.slice(1), consent: 'yes' },
      fields: ['pictures', 'consent'],
    });
    expect(await file(first)).toBeDefined();
    await published(writer, editor, next.value);
    expect(await file(first)).toBeUndefined();
    expect(await file(second)).toMatchObject({ mediaType: 'image/webp' });
    expect((await practicesById(database.db, [id]))[0]?.pictures).toHaveLength(1);

    const archived = await archiveDraft(editor, { draftId: next.value, reason: 'Asked for by the town.' });
    expect(archived.ok).toBe(true);
    expect(await file(second)).toBe('gone');
  });
});

describe('what nobody needs', () => {
  it('goes a month later: pictures of drafts that were given up, not those that are shown or written about', async () => {
    const { writer, editor } = await people();
    const shown = await aDraft(writer, { title: 'Rādāmās kāpnes' });
    const ofShown = await added(writer, shown);
    await describeAll(writer, shown);
    await published(writer, editor, shown);
    const open = await aDraft(writer);
    const kept = { open: await added(writer, open), removed: await added(writer, open) };
    await setPictures(writer, open, [kept.open]);
    const purge = (at: string) => purgeUnusedPictures(database.db, stoppedClock(at));
    await purge('2026-11-26T03:00:00Z');
    const isThere = async (digest: string) =>
      (await database.db.selectFrom('picture').select('digest').where('digest', '=', digest).execute())
        .length === 1;
    expect(await isThere(kept.removed)).toBe(true);
    expect(await purge('2027-06-01T03:00:00Z')).toBeGreaterThan(0);
    expect([await isThere(ofShown), await isThere(kept.open), await isThere(kept.removed)]).toEqual([
      true,
      true,
      false,
    ]);
    // The version that had it can be brought back; the form then says that the picture is gone.
    expect(await returnPicture(writer, { draftId: open, digest: kept.removed })).toMatchObject({
      refusal: { reasons: [{ key: 'contribute_refused_picture_gone' }] },
    });
  });
});
