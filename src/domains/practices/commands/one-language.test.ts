import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Language } from '#services/i18n/languages.ts';
import { testLibreTranslate } from '../../../../tests/setup/translation-server.ts';
import type { DraftContent } from '../model.ts';
import { readTranslation } from '../queries/read-translation.ts';
import { draftFieldNames } from '../rules/draft-fields.ts';
import { versionOf } from '../store/drafts.ts';
import { anEditor, aPerson, contextOf, published } from '../testing.ts';
import { askMachine } from './ask-machine.ts';
import { publishTranslation } from './publish-translation.ts';
import { saveDraft } from './save-draft.ts';
import { saveTranslation } from './save-translation.ts';
import { startDraft } from './start-draft.ts';
import { translateByMachine } from './translate-by-machine.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());

/** Everything that stands in languages other than a practice's own, and all of the other practices. */
const others = async (id: number, language: Language) =>
  (
    await database.db
      .selectFrom('practice_text')
      .selectAll()
      .orderBy('practice_id')
      .orderBy('language')
      .execute()
  )
    .filter((text) => text.practice_id !== id || text.language !== language)
    .map(({ state, stale_since: _, ...text }) => ({ ...text, isStale: state === 'stale' }));

const words = fc.constantFrom('Koris', 'Kāpnes pie upes', 'Chöre & Ufer', 'x', '“quotes” <b>');
const edit = fc.record(
  {
    title: words,
    teaser: words,
    summary: words,
    whatWasDone: words,
    outcomes: words,
    funding: fc.constantFrom('', 'ES'),
  },
  { requiredKeys: [] },
);

it('writing one language never changes another, whatever is edited and published', async () => {
  const { db } = database;
  const [owner, editor] = [await aPerson(db), await anEditor(db)];
  const [writer, reviewer] = [contextOf(db, owner), contextOf(db, editor)];
  await db.updateTable('practice').set({ owner_id: owner.person.id }).where('id', 'in', [1, 2, 3]).execute();
  // A translation that somebody has checked: it may be called stale, and no letter of it may change.
  await db
    .updateTable('practice_text')
    .set({ state: 'reviewed' })
    .where('practice_id', 'in', [1, 2, 3])
    .where('language', '=', 'fi')
    .execute();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 2, 3), edit, async (practiceId, typed: Partial<DraftContent>) => {
      const { original_language: language } = await db
        .selectFrom('practice')
        .select('original_language')
        .where('id', '=', practiceId)
        .executeTakeFirstOrThrow();
      const before = await others(practiceId, language as Language);
      const token = randomUUID();
      const begun = await startDraft(writer, { token, language: 'da', teamPlaceId: null, practiceId });
      if (!begun.ok) throw new Error('not begun');
      const whole = await versionOf(db, begun.value, 1);
      const sources = whole?.content.sources.map((source) => ({
        ...source,
        title: source.title || 'Source',
      }));
      await saveDraft(writer, {
        draftId: begun.value,
        base: 1,
        typed: { ...wholeWhereEmpty(whole?.content), ...typed, sources: sources ?? [], consent: 'yes' },
        fields: draftFieldNames,
      });
      await published(writer, reviewer, begun.value);
      const after = await others(practiceId, language as Language);
      const isWordless = (texts: typeof before) => texts.map(({ isStale: _, ...text }) => text);
      expect(isWordless(after)).toEqual(isWordless(before));
      // Only this practice's checked translation can have become stale.
      const turned = after.filter((text, n) => text.isStale !== before[n]?.isStale);
      expect(turned.every((text) => text.practice_id === practiceId && text.language === 'fi')).toBe(true);
    }),
    { numRuns: 8 },
  );
}, 120_000);

it('translating into one language never changes another, whoever saves, publishes, or has a machine do it', async () => {
  const { db } = database;
  const translator = contextOf(db, await anEditor(db));
  const server = await testLibreTranslate();
  const provider = {
    provider: 'libretranslate',
    url: server.url,
    key: undefined,
    timeoutMs: 2000,
    monthlyCharacters: 10_000_000,
  } as const;
  const practiceId = fc.constantFrom(4, 5, 6);
  const act = fc.constantFrom('save', 'publish', 'machine');
  const translation = fc.record({ title: words, teaser: words, summary: words }, { requiredKeys: [] });
  /** All texts but this one, and the original practice but for the moment of its last change. */
  const rest = async (id: number, language: Language) => ({
    texts: (
      await db.selectFrom('practice_text').selectAll().orderBy('practice_id').orderBy('language').execute()
    ).filter((text) => text.practice_id !== id || text.language !== language),
    drafts: (
      await db
        .selectFrom('practice_translation_version')
        .selectAll()
        .orderBy('practice_id')
        .orderBy('language')
        .orderBy('number')
        .execute()
    ).filter((text) => text.practice_id !== id || text.language !== language),
    practices: (await db.selectFrom('practice').selectAll().orderBy('id').execute()).map(
      ({ changed_at: _, ...practice }) => practice,
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      practiceId,
      fc.constantFrom('lv' as const, 'fi' as const, 'de' as const, 'en' as const),
      act,
      translation,
      async (id, language, does, typed) => {
        const before = await rest(id, language);
        const key = { practiceId: id, language };
        const view = await readTranslation(db, translator.actor, key);
        const base = view?.version ?? 0;
        if (does === 'save') await saveTranslation(translator, { ...key, base, typed });
        if (does === 'publish') {
          const whole = { ...view?.original, ...typed };
          await publishTranslation(translator, {
            ...key,
            base,
            typed: whole,
            seen: view?.originalMark ?? '',
          });
        }
        if (does === 'machine') {
          await askMachine(translator, key, provider);
          await translateByMachine({ ...translator, provider }, key);
        }
        expect(await rest(id, language)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
  const states = await db
    .selectFrom('practice_text')
    .select('state')
    .distinct()
    .where('practice_id', 'in', [4, 5, 6])
    .execute();
  // The runs did something.
  expect(states.map(({ state }) => state)).toContain('reviewed');
  await server.close();
}, 120_000);

/** What the seed does not know and the form asks for. */
function wholeWhereEmpty(content: DraftContent | undefined): Partial<DraftContent> {
  if (!content) return {};
  const needed: Partial<DraftContent> = {
    course: content.course || 'ongoing',
    organiser: content.organiser || 'A town',
    challenge: content.challenge || 'A challenge',
    summary: content.summary || 'A summary',
    whatWasDone: content.whatWasDone || 'Something',
    outcomes: content.outcomes || 'Something came of it',
  };
  return { ...content, ...needed };
}
