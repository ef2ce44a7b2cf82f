import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { DraftContent } from '../model.ts';
import { draftFieldNames } from '../rules/draft-fields.ts';
import { versionOf } from '../store/drafts.ts';
import { anEditor, aPerson, contextOf, published } from '../testing.ts';
import { saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';

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
    .map(({ state, ...text }) => ({ ...text, isStale: state === 'stale' }));

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
