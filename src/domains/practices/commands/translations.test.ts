import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { parseFilters } from '../forms/list-filters.ts';
import type { TranslationContent } from '../model.ts';
import { listPractices } from '../queries/list-practices.ts';
import { readPractice } from '../queries/practice-page.ts';
import { readTranslation } from '../queries/read-translation.ts';
import { aDraft, anEditor, aPerson, contextOf, published, wholeContent } from '../testing.ts';
import { publishTranslation } from './publish-translation.ts';
import { saveDraft } from './save-draft.ts';
import { saveTranslation } from './save-translation.ts';
import { startDraft } from './start-draft.ts';

let database: TestDatabase;
let owner: ActContext;
let editor: ActContext;
let translator: ActContext;
/** A practice in Latvian, to be translated into English. */
let practiceId: number;
const language = 'en';
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  const { db } = database;
  owner = contextOf(db, await aPerson(db, [], 'lv'));
  editor = contextOf(db, await anEditor(db), '2026-11-25T12:00:00Z');
  translator = contextOf(
    db,
    await aPerson(db, [{ role: 'translator', scope: language }]),
    '2026-11-26T08:00:00Z',
  );
}, 90_000);
afterAll(() => database.close());
beforeEach(async () => {
  practiceId = await published(owner, editor, await aDraft(owner));
});

const english: Partial<TranslationContent> = {
  title: 'Singing stairs by the river',
  teaser: 'Residents build stairs on which they sing in the evening.',
  challenge: 'Young people have nowhere to go.',
  summary: 'Stairs built together became a place for song.',
  whatWasDone: 'Built in three working bees.',
  outcomes: 'Some forty people come every Wednesday.',
};
const view = async (ctx = translator) => {
  const read = await readTranslation(database.db, ctx.actor, { practiceId, language });
  if (!read) throw new Error('nothing to translate');
  return read;
};
const save = (ctx: ActContext, base: number, typed: Partial<TranslationContent>) =>
  saveTranslation(ctx, { practiceId, language, base, typed });
const publish = async (typed: Partial<TranslationContent> = english, ctx = translator) => {
  const { version, originalMark } = await view(ctx);
  return publishTranslation(ctx, { practiceId, language, base: version, typed, seen: originalMark });
};
const found = async (q: string): Promise<number[]> =>
  (await listPractices(database.db, parseFilters(new URLSearchParams({ q })), 'en')).practices.map(
    ({ id }) => id,
  );
const given = async () => {
  const slug = (await view()).slug;
  const answer = await readPractice(database.db, slug, language);
  if (answer.found !== 'practice') throw new Error(answer.found);
  return answer.page;
};
/** Publishes the original with other words. */
async function change(words: { title?: string; outcomes?: string }): Promise<void> {
  const begun = await startDraft(owner, {
    token: crypto.randomUUID(),
    language: 'lv',
    teamPlaceId: null,
    practiceId,
  });
  if (!begun.ok) throw new Error('not begun');
  const fields = ['title', 'outcomes', 'consent'] as const;
  const typed = { title: wholeContent.title, outcomes: wholeContent.outcomes, consent: 'yes', ...words };
  await saveDraft(owner, { draftId: begun.value, base: 1, typed, fields });
  await published(owner, editor, begun.value);
}
const acts = async () =>
  (await listAudit(database.db))
    .filter(({ subject }) => subject.kind === 'practice' && subject.id === String(practiceId))
    .map(({ act, role }) => `${act} ${role}`);

describe('saving', () => {
  it('keeps what was typed, right or wrong, and readers do not see it', async () => {
    expect(await save(translator, 0, { title: 'x'.repeat(500) })).toEqual({ ok: true, value: 1 });
    expect(await view()).toMatchObject({ version: 1, content: { title: 'x'.repeat(500), teaser: '' } });
    expect((await given()).head.language).toBe('lv');
    expect((await acts())[0]).toBe('translation.save translator');
  });

  it('the same again writes nothing', async () => {
    await save(translator, 0, english);
    expect(await save(translator, 1, english)).toEqual({ ok: true, value: 1 });
    expect(await save(translator, 0, english)).toEqual({ ok: true, value: 1 });
  });

  it('by two at once keeps both; where both changed a field, the second sees both and loses nothing', async () => {
    const both = await Promise.all([
      save(translator, 0, { title: 'Stairs' }),
      save(editor, 0, { funding: 'EU' }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await view()).content).toMatchObject({ title: 'Stairs', funding: 'EU' });
    await save(editor, 2, { title: 'The stairs' });
    const second = await save(translator, 2, { title: 'Singing stairs', teaser: 'We sing' });
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        conflict: {
          fields: ['title'],
          mine: { title: 'Singing stairs', teaser: 'We sing', funding: 'EU' },
          theirs: { number: 3, content: { title: 'The stairs' }, authorName: editor.actor.person?.name },
        },
      },
    });
    expect((await view()).content.title).toBe('The stairs');
  });
});

describe('publishing', () => {
  it('gives the text to readers as checked and has it found, at once', async () => {
    expect(await found('stairs')).not.toContain(practiceId);
    expect(await publish()).toEqual({ ok: true, value: null });
    const page = await given();
    expect(page.head).toMatchObject({ language, state: 'reviewed', title: english.title });
    expect(page.body).toMatchObject({ language, outcomes: english.outcomes, outcomeEvidence: 'count' });
    expect(await found('working bees')).toContain(practiceId);
    expect((await acts())[0]).toBe('translation.publish translator');
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
  });

  it('twice is once', async () => {
    const { version, originalMark } = await view();
    const input = { practiceId, language, base: version, typed: english, seen: originalMark } as const;
    await Promise.all([publishTranslation(translator, input), publishTranslation(translator, input)]);
    await publishTranslation(translator, { ...input, base: 1 });
    expect((await acts()).filter((act) => act.startsWith('translation.'))).toEqual([
      'translation.publish translator',
      'translation.save translator',
    ]);
  });

  it('what is incomplete, or too long, is saved and not published', async () => {
    const refused = await publish({ ...english, teaser: 'x'.repeat(201), outcomes: '' });
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        saved: 1,
        problems: [
          { field: 'teaser', key: 'contribute_problem_long' },
          { field: 'outcomes', key: 'contribute_problem_missing' },
        ],
      },
    });
    expect(await view()).toMatchObject({ version: 1, given: null, content: { title: english.title } });
  });

  it('is refused where the original changed since the translator looked, and what was typed is saved', async () => {
    const { originalMark } = await view();
    await change({ title: 'Citas kāpnes' });
    const late = await publishTranslation(translator, {
      practiceId,
      language,
      base: 0,
      typed: english,
      seen: originalMark,
    });
    expect(late).toMatchObject({
      ok: false,
      refusal: { reasons: [{ key: 'translate_refused_changed' }], saved: 1 },
    });
    expect((await view()).given).toBeNull();
    expect(await publish()).toMatchObject({ ok: true });
  });
});

describe('when the original changes', () => {
  it('a checked text is stale, says since when and what changed, and is checked anew without a word changed', async () => {
    await publish();
    await change({ outcomes: 'Katru trešdienu nāk ap sešdesmit cilvēku.' });
    const stale = await view();
    expect(stale.given).toEqual({
      state: 'stale',
      isWhole: true,
      staleSince: editor.clock.now(),
    });
    expect(Object.keys(stale.changes ?? {})).toEqual(['outcomes']);
    expect(stale.changes?.outcomes).toContainEqual({ kind: 'added', text: ' sešdesmit' });
    expect(await publish({})).toEqual({ ok: true, value: null });
    expect(await view()).toMatchObject({ given: { state: 'reviewed', staleSince: null }, changes: {} });
  });
});

describe('who may not', () => {
  it.each(['a visitor', 'a translator of another language', 'a stranger'])(
    '%s neither reads nor writes',
    async (who) => {
      const { db } = database;
      const other = await aPerson(db, who === 'a stranger' ? [] : [{ role: 'translator', scope: 'fi' }]);
      const actor = who === 'a visitor' ? { ...other, person: null } : other;
      const ctx = contextOf(db, actor);
      expect(await readTranslation(db, actor, { practiceId, language })).toBeUndefined();
      const refused = { ok: false, refusal: { reasons: [{ key: 'contribute_refused_part' }] } };
      expect(await save(ctx, 0, english)).toEqual(refused);
      expect(
        await publishTranslation(ctx, { practiceId, language, base: 0, typed: english, seen: '' }),
      ).toEqual(refused);
      expect(await view()).toMatchObject({ version: 0, given: null });
    },
  );

  it('nobody translates the original, nor what is not published', async () => {
    const inLatvian = { practiceId, language: 'lv', base: 0, typed: english } as const;
    expect(await saveTranslation(editor, inLatvian)).toMatchObject({
      refusal: { reasons: [{ key: 'translate_refused_original' }] },
    });
    expect(await readTranslation(database.db, editor.actor, inLatvian)).toBeUndefined();
    await database.db
      .updateTable('practice')
      .set({ state: 'archived' })
      .where('id', '=', practiceId)
      .execute();
    expect(await save(editor, 0, english)).toMatchObject({
      refusal: { reasons: [{ key: 'contribute_refused_gone' }] },
    });
  });

  it('the owner may translate the own practice', async () => {
    expect(await publish(english, owner)).toEqual({ ok: true, value: null });
    expect((await acts())[0]).toBe('translation.publish owner');
  });
});
