import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { stoppedClock } from '#platform/clock.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { sheetLabels } from '#ui/contribute/sheet-labels.ts';
import type { DraftContent } from '../model.ts';
import { draftsAsFile } from '../queries/drafts-as-file.ts';
import { readImport } from '../queries/read-import.ts';
import { draftById, versionOf } from '../store/drafts.ts';
import { keepImport as keep } from '../store/imports.ts';
import { aDraft, anEditor, aPerson, contextOf, published, wholeContent } from '../testing.ts';
import { keepImport } from './keep-import.ts';
import { makeImport } from './make-import.ts';
import { publishDraft } from './publish-draft.ts';
import { purgeImports } from './purge-imports.ts';
import { takeDraft } from './take-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

const labels = sheetLabels('en');
const fileOf = (...contents: Partial<DraftContent>[]) =>
  draftsAsFile(
    database.db,
    contents.map((content) => ({ language: 'lv' as const, content: { ...wholeContent, ...content } })),
    { format: 'csv', name: 'x', labels },
  );
const titled = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `${name} ${n + 1}` }));
const draftCount = async (): Promise<number> =>
  (await database.db.selectFrom('practice_draft').select('id').execute()).length;
type Ctx = ReturnType<typeof contextOf>;
async function keptBy(ctx: Ctx, file: Buffer) {
  const kept = await keepImport(ctx, { file, name: 'practices.csv' });
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal));
  const view = await readImport(database.db, ctx.actor, kept.value, labels);
  return { digest: kept.value, shown: view?.shown ?? '', view };
}

describe('importing', () => {
  it('is checked first, which writes no draft, and then makes them all at once, handed in by the editor', async () => {
    const editor = contextOf(database.db, await anEditor(database.db));
    const before = await draftCount();
    const { digest, shown, view } = await keptBy(editor, await fileOf(...titled('Aka', 3)));
    expect(view).toMatchObject({ fileName: 'practices.csv', problems: [], made: null });
    expect(view?.drafts.map(({ row, title }) => [row, title])).toEqual([
      [2, 'Aka 1'],
      [3, 'Aka 2'],
      [4, 'Aka 3'],
    ]);
    expect(await draftCount()).toBe(before);
    expect(await makeImport(editor, { digest, shown, labels })).toEqual({ ok: true, value: 3 });
    expect(await draftCount()).toBe(before + 3);
    const rows = await database.db
      .selectFrom('practice_draft')
      .select('id')
      .where('owner_id', '=', editor.actor.person?.id ?? 0)
      .orderBy('id')
      .execute();
    const [first] = rows;
    expect(await draftById(database.db, first?.id ?? 0)).toMatchObject({
      state: 'submitted',
      language: 'lv',
      version: 1,
      practiceId: null,
    });
    expect((await versionOf(database.db, first?.id ?? 0, 1))?.content).toEqual({
      ...wholeContent,
      title: 'Aka 1',
    });
    const acts = (await listAudit(database.db)).slice(0, 5).map(({ act }) => act);
    expect(acts).toEqual(['import.make', 'draft.import', 'draft.import', 'draft.import', 'import.check']);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });

    // Nobody decides on a practice of their own: another editor publishes it.
    const draftId = first?.id ?? 0;
    expect((await takeDraft(editor, { draftId })).ok).toBe(false);
    const other = contextOf(database.db, await anEditor(database.db));
    expect((await takeDraft(other, { draftId })).ok).toBe(true);
    expect(await publishDraft(other, { draftId })).toMatchObject({ ok: true, value: { state: 'published' } });
  });

  it('pressed twice, or again after the back button, makes one set', async () => {
    const editor = contextOf(database.db, await anEditor(database.db));
    const before = await draftCount();
    const file = await fileOf(...titled('Divreiz', 4));
    const { digest, shown } = await keptBy(editor, file);
    const made = await Promise.all([1, 2, 3].map(() => makeImport(editor, { digest, shown, labels })));
    expect(made).toEqual(Array(3).fill({ ok: true, value: 4 }));
    // The same file once more is the same import.
    const again = await keptBy(editor, file);
    expect(again.view?.made).toMatchObject({ drafts: 4 });
    expect(await makeImport(editor, { digest, shown, labels })).toEqual({ ok: true, value: 4 });
    expect(await draftCount()).toBe(before + 4);
  });

  it('makes nothing where anything is wrong with a single row', async () => {
    const editor = contextOf(database.db, await anEditor(database.db));
    const before = await draftCount();
    const { digest, shown, view } = await keptBy(
      editor,
      await fileOf(...titled('Daļa', 5), { title: '', yearStart: 'sen' }),
    );
    expect(view?.problems.map(({ row, column }) => [row, column])).toEqual([
      [7, 'title'],
      [7, 'yearStart'],
    ]);
    expect(await makeImport(editor, { digest, shown, labels })).toEqual({
      ok: false,
      refusal: { reasons: [{ key: 'bulk_refused_problems' }] },
    });
    expect(await draftCount()).toBe(before);
  });

  it('says so where something has changed since it was shown', async () => {
    const editor = contextOf(database.db, await anEditor(database.db));
    const other = contextOf(database.db, await anEditor(database.db));
    const writer = contextOf(database.db, await aPerson(database.db));
    const file = await fileOf({
      title: 'Kopīgā maiznīca pie vecā tilta',
      teaser: 'Maizi cep kopā kaimiņi un skola.',
    });
    const { digest, shown } = await keptBy(editor, file);
    // Somebody else publishes what is much alike.
    const draft = await aDraft(writer, {
      title: 'Kopīgā maiznīca pie vecā tilta',
      teaser: 'Maizi cep kopā kaimiņi un skola.',
    });
    await published(writer, other, draft);
    expect(await makeImport(editor, { digest, shown, labels })).toEqual({
      ok: false,
      refusal: { reasons: [{ key: 'bulk_refused_changed' }] },
    });
    const view = await readImport(database.db, editor.actor, digest, labels);
    expect(view?.drafts[0]?.similar).toHaveLength(1);
    expect((await makeImport(editor, { digest, shown: view?.shown ?? '', labels })).ok).toBe(true);
  });
});

describe('a table that was checked', () => {
  it('is its editor’s alone: neither read nor imported by anybody else', async () => {
    const editor = contextOf(database.db, await anEditor(database.db));
    const { digest, shown } = await keptBy(editor, await fileOf({ title: 'Slepenais šķūnis' }));
    const others = [
      await anEditor(database.db),
      await aPerson(database.db, [{ role: 'secretariat', scope: '' }]),
      await aPerson(database.db, [{ role: 'town-owner', scope: 'rujiena' }]),
      await aPerson(database.db),
    ];
    for (const actor of others) {
      expect(await readImport(database.db, actor, digest, labels)).toBeUndefined();
      const made = await makeImport(contextOf(database.db, actor), { digest, shown, labels });
      expect(made.ok).toBe(false);
    }
    for (const actor of others.slice(1)) {
      const kept = await keepImport(contextOf(database.db, actor), { file: Buffer.from('a\nb'), name: 'x' });
      expect(kept).toMatchObject({ ok: false, refusal: { reasons: [{ key: 'contribute_refused_part' }] } });
    }
  });

  it('is forgotten after a day', async () => {
    const editor = contextOf(database.db, await anEditor(database.db), '2026-11-20T10:00:00Z');
    const { digest, shown } = await keptBy(editor, await fileOf({ title: 'Aizmirstā aka' }));
    await purgeImports(database.db, stoppedClock('2026-11-21T09:59:00Z'));
    expect(await readImport(database.db, editor.actor, digest, labels)).toBeDefined();
    await purgeImports(database.db, stoppedClock('2026-11-21T10:01:00Z'));
    expect(await readImport(database.db, editor.actor, digest, labels)).toBeUndefined();
    expect(await makeImport(editor, { digest, shown, labels })).toEqual({
      ok: false,
      refusal: { reasons: [{ key: 'bulk_refused_gone' }] },
    });
  });

  it('of a person is one of twenty at most', async () => {
    const actor = await anEditor(database.db);
    for (let n = 0; n < 22; n++)
      await database.db.transaction().execute((trx) =>
        keep(trx, actor.person.id, {
          digest: n.toString(16).padStart(64, '0'),
          fileName: 'x',
          cells: [['a'], [String(n)]],
          at: new Date(Date.UTC(2026, 10, 25, 10, n)),
        }),
      );
    const rows = await database.db
      .selectFrom('practice_import')
      .select('cells')
      .where('person_id', '=', actor.person.id)
      .execute();
    expect(rows).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toContain('"0"');
  });
});

it('a thousand practices are checked and imported within twenty seconds', async () => {
  const editor = contextOf(database.db, await anEditor(database.db));
  const before = performance.now();
  const file = await fileOf(...titled('Tūkstotis', 1000));
  const { digest, shown, view } = await keptBy(editor, file);
  expect(view?.drafts).toHaveLength(1000);
  const checked = performance.now();
  expect(await makeImport(editor, { digest, shown, labels })).toEqual({ ok: true, value: 1000 });
  const took = { check: checked - before, make: performance.now() - checked };
  expect(took.check + took.make).toBeLessThan(20_000);
}, 60_000);
