import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import {
  conceptToEdit,
  conceptsIn,
  retireConcept,
  type Concerned,
  type EditedConcept,
} from '#domains/vocabulary/index.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import { listAudit } from '#platform/audit/list-audit.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { languages } from '#services/i18n/languages.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { currentFilters } from '../queries/concept-use.ts';
import { listPractices } from '../queries/list-practices.ts';
import { versionOf } from '../store/drafts.ts';
import { aDraft, aPerson, contextOf } from '../testing.ts';
import { addConcept, mergeConcepts, reindexConcerned, saveConcept } from './follow-vocabulary.ts';
import { reindexPractices } from './index-practices.ts';

let database: TestDatabase;
let office: ActContext;
const jobs: Concerned[] = [];
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  const context = contextOf(database.db, await aPerson(database.db, [{ role: 'secretariat', scope: '' }]));
  const send: ActContext['queue']['send'] = (_, name, data) => {
    if (name === 'reindex-concerned') jobs.push(data as Concerned);
    return Promise.resolve(true);
  };
  office = { ...context, queue: { send } };
}, 90_000);
afterAll(() => database.close());

/** Does the jobs that changes asked for. */
async function follow(): Promise<number> {
  let count = 0;
  for (const job of jobs.splice(0)) count += await reindexConcerned(database.db, job);
  return count;
}
const edited = async (id: string) => {
  const found = await conceptToEdit(office, id);
  if (found === null || typeof found === 'string') throw new Error(`${id}: ${found}`);
  return found;
};
/** Changes a concept as its page would. */
async function change(id: string, edit: (concept: EditedConcept) => void, version?: string) {
  const { concept, version: shown } = await edited(id);
  const content = structuredClone(concept);
  edit(content);
  return saveConcept(office, { id, version: version ?? shown, content });
}
/** A concept that has an English label and nothing else. */
const noLabels = (en: string) =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      { label: language === 'en' ? en : '', scopeNote: '', synonyms: [], spoken: [] },
    ]),
  ) as unknown as EditedConcept['words'];
const found = async (parameters: Record<string, string>, language: 'en' | 'lv' = 'en') => {
  const filters = await currentFilters(database.db, parseFilters(new URLSearchParams(parameters)));
  const list = await listPractices(database.db, filters, language);
  return list.practices.map(({ id }) => id).toSorted((a, b) => a - b);
};
const index = async () =>
  (
    await sql`select ref, tsv::text, length(facets) as facets from search_document order by ref`.execute(
      database.db,
    )
  ).rows;
const carriers = async (id: string) =>
  (
    await database.db
      .selectFrom('practice_concept')
      .select('practice_id')
      .where('concept_id', '=', id)
      .execute()
  ).map((row) => row.practice_id);

describe('words', () => {
  it('that are new find the practices of the concept, and those that hold them, and are in the log', async () => {
    expect(await found({ q: 'zumbelbrum' })).toEqual([]);
    const saved = await change('culturalForm:music-singing', ({ words }) => {
      words.en.synonyms.push('zumbelbrum');
      words.lv.spoken.push('zumbelbrumi');
    });
    expect(saved.ok).toBe(true);
    const count = await follow();
    const tagged = (await carriers('culturalForm:music-singing')).toSorted((a, b) => a - b);
    expect(count).toBeGreaterThanOrEqual(tagged.length);
    expect(await found({ q: 'zumbelbrum' })).toEqual(expect.arrayContaining(tagged));
    expect(await found({ q: 'zumbelbrumiem' }, 'lv')).toEqual(expect.arrayContaining(tagged));
    const [entry] = await listAudit(database.db);
    expect(entry).toMatchObject({
      act: 'concept.save',
      subject: { kind: 'concept', id: 'culturalForm:music-singing' },
    });
    expect(JSON.stringify(entry?.detail)).toContain('zumbelbrum');
  });

  it('of a concept that tags nothing find practices whose text holds them, and no more once they are gone', async () => {
    const added = await addConcept(office, {
      schemeId: 'topic',
      content: { broader: [], words: noLabels('Kettledrum circle') },
    });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
    await follow();
    expect(added.value).toBe('topic:kettledrum-circle');
    const hasNotion = async () =>
      (
        await sql<{
          ref: number;
        }>`select ref from search_document where tsv @@ ${`'c:${added.value}'`}::tsquery`.execute(database.db)
      ).rows.map(({ ref }) => ref);
    expect(await hasNotion()).toEqual([]);
    const [row] = await database.db
      .selectFrom('practice_text')
      .selectAll()
      .where('language', '=', 'en')
      .where('state', '=', 'original')
      .limit(1)
      .execute();
    const word = /\b[a-z]{9,}\b/.exec(row?.summary ?? '')?.[0] ?? '';
    await change(added.value, ({ words }) => words.en.synonyms.push(word));
    await follow();
    expect(await hasNotion()).toContain(row?.practice_id);
    await change(added.value, ({ words }) => void (words.en.synonyms = []));
    await follow();
    expect(await hasNotion()).toEqual([]);
  });

  it('changed by two at once: the second sees both, and nothing is overwritten', async () => {
    const { version } = await edited('method:visioning');
    expect((await change('method:visioning', ({ words }) => void (words.fi.label = 'Yksi'))).ok).toBe(true);
    const second = await change('method:visioning', ({ words }) => void (words.fi.label = 'Kaksi'), version);
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        reasons: [{ key: 'vocabulary_refused_changed' }],
        theirs: { words: { fi: { label: 'Yksi' } } },
      },
    });
    expect((await edited('method:visioning')).concept.words.fi.label).toBe('Yksi');
    // Who saves what is there already is not told of a conflict.
    expect((await change('method:visioning', () => {}, version)).ok).toBe(true);
  });

  it('that are another’s label, a circle, and what is not there, are refused and write nothing', async () => {
    await follow();
    const before = await index();
    const { concept } = await edited('method:visioning');
    const taken = await change(
      'method:barcamp',
      ({ words }) => void (words.en.label = concept.words.en.label.toUpperCase()),
    );
    expect(taken).toMatchObject({ refusal: { reasons: [{ key: 'vocabulary_error_twice' }] } });
    const [child] = (await conceptsIn(database.db, 'en')).filter(({ broaderId }) => broaderId !== null);
    const circle = await change(child?.broaderId ?? '', (top) => void (top.broader = [child?.id ?? '']));
    expect(circle).toMatchObject({ refusal: { reasons: [{ key: 'vocabulary_refused_circle' }] } });
    const foreign = await change('method:visioning', (one) => void (one.broader = ['challenge:loneliness']));
    expect(foreign).toMatchObject({ refusal: { reasons: [{ key: 'vocabulary_error_broader' }] } });
    expect(jobs).toEqual([]);
    expect(await index()).toEqual(before);
  });
});

describe('who is not of the secretariat', () => {
  it('changes nothing', async () => {
    const editor = contextOf(database.db, await aPerson(database.db, [{ role: 'editor', scope: '' }]));
    const { concept, version } = await edited('method:visioning');
    const no = { ok: false, refusal: { reasons: [{ key: 'people_refused_not_allowed' }] } };
    expect(await saveConcept(editor, { id: concept.id, version, content: concept })).toEqual(no);
    expect(await addConcept(editor, { schemeId: 'method', content: concept })).toEqual(no);
    expect(await mergeConcepts(editor, { from: concept.id, into: 'method:barcamp' })).toEqual(no);
    expect(await retireConcept(editor, { id: concept.id, isRetired: true })).toEqual(no);
    expect(await conceptToEdit(editor, concept.id)).toBeNull();
  });
});

describe('merging', () => {
  it('gives the target the union of all that carried either, in practices and in every version of drafts', async () => {
    const writer = contextOf(database.db, await aPerson(database.db));
    const schemes = ['challenge', 'culturalForm', 'targetGroup', 'method'] as const;
    const codesOf = async (scheme: string) =>
      (await conceptsIn(database.db, 'en')).filter(({ schemeId }) => schemeId === scheme).map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...schemes), fc.nat(), fc.nat(), async (scheme, one, other) => {
        const ids = await codesOf(scheme);
        const [from = '', into = ''] = [ids[one % ids.length], ids[other % ids.length]];
        fc.pre(from !== into && ids.length > 3);
        const union = new Set([...(await carriers(from)), ...(await carriers(into))]);
        const draft = await aDraft(writer, { concepts: [from, into, 'challenge:youth-outmigration'] });
        const before = await edited(from);
        const merged = await mergeConcepts(office, { from, into });
        if (!merged.ok) throw new Error(JSON.stringify(merged.refusal));
        expect(new Set(await carriers(into))).toEqual(union);
        expect(await carriers(from)).toEqual([]);
        const content = (await versionOf(database.db, draft, 2))?.content.concepts ?? [];
        expect(content).toContain(into);
        expect(content).not.toContain(from);
        expect(new Set(content).size).toBe(content.length);
        // It is found under its former name, and its former address leads on.
        expect(await conceptToEdit(office, from)).toBe(into);
        const after = (await edited(into)).concept.words.en;
        expect([after.label, ...after.synonyms, ...after.spoken].map((word) => word.toLowerCase())).toContain(
          before.concept.words.en.label.toLowerCase(),
        );
        await follow();
        const [facet = '', code = ''] = from.split(':');
        const published = await found({ [facet]: code });
        expect(published).toHaveLength(Math.min(24, union.size));
        for (const id of published) expect(union).toContain(id);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('into itself, another scheme or a dimension is refused', async () => {
    for (const [from, into, key] of [
      ['topic:kettledrum-circle', 'topic:kettledrum-circle', 'vocabulary_refused_into'],
      ['topic:kettledrum-circle', 'dimension:trust', 'vocabulary_refused_into'],
      ['dimension:trust', 'dimension:belonging', 'vocabulary_refused_fixed'],
      ['method:nothing', 'dimension:trust', 'people_refused_not_found'],
    ] as const)
      expect(await mergeConcepts(office, { from, into })).toMatchObject({ refusal: { reasons: [{ key }] } });
  });
});

it('indexes by its jobs exactly what indexing everything anew would', async () => {
  await follow();
  const followed = await index();
  await reindexPractices(database.db);
  expect(await index()).toEqual(followed);
});

it('the next seed undoes nothing: not words, not a merge, not a retired concept', async () => {
  const { db } = database;
  const { id } = await db
    .selectFrom('concept')
    .select('id')
    .where('scheme_id', '=', 'topic')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(await retireConcept(office, { id, isRetired: true })).toMatchObject({ ok: true });
  const snapshot = async () => ({
    concepts: await db.selectFrom('concept').selectAll().orderBy('id').execute(),
    labels: await db
      .selectFrom('concept_label')
      .selectAll()
      .orderBy('concept_id')
      .orderBy('language')
      .execute(),
    terms: await db
      .selectFrom('concept_term')
      .selectAll()
      .orderBy('concept_id')
      .orderBy('language')
      .execute(),
    broader: await db
      .selectFrom('concept_broader')
      .selectAll()
      .orderBy('concept_id')
      .orderBy('broader_id')
      .execute(),
    tags: await db
      .selectFrom('practice_concept')
      .select(['practice_id', 'concept_id'])
      .orderBy('practice_id')
      .orderBy('concept_id')
      .execute(),
    former: await db.selectFrom('concept_former_id').selectAll().orderBy('id').execute(),
  });
  const before = await snapshot();
  expect(before.former.length).toBeGreaterThan(5);
  // As a release with another seed would: everything is looked at again.
  await db.deleteFrom('seed_row').where('table_name', '=', '').execute();
  await loadSeed(db);
  expect(await snapshot()).toEqual(before);
}, 90_000);
