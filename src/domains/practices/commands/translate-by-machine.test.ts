import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { startQueue, type StartedQueue } from '#platform/queue/start-queue.ts';
import type { TranslationSettings } from '#services/translation/index.ts';
import {
  testDeepl,
  testLibreTranslate,
  type TestTranslationServer,
} from '../../../../tests/setup/translation-server.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { listPractices } from '../queries/list-practices.ts';
import { readPractice } from '../queries/practice-page.ts';
import { readTranslation } from '../queries/read-translation.ts';
import { aDraft, anEditor, aPerson, contextOf, published, wholeContent } from '../testing.ts';
import { askMachine, TRANSLATE_PRACTICE } from './ask-machine.ts';
import { publishTranslation } from './publish-translation.ts';
import { saveTranslation } from './save-translation.ts';
import { MOST_ATTEMPTS, translateByMachine } from './translate-by-machine.ts';

let database: TestDatabase;
let server: TestTranslationServer;
let translator: ActContext;
let owner: ActContext;
let practiceId: number;
/** Jobs that were sent. */
let sent: unknown[] = [];
const language = 'fi';
const limits = { monthlyCharacters: 100_000 };
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
}, 90_000);
afterAll(() => database.close());
beforeEach(async () => {
  const { db } = database;
  sent = [];
  const queue: ActContext['queue'] = {
    send: (_, name, data, key) => {
      sent.push({ name, data, key });
      return Promise.resolve(true);
    },
  };
  owner = contextOf(db, await aPerson(db, [], 'lv'));
  const person = await aPerson(db, [{ role: 'translator', scope: language }]);
  translator = { ...contextOf(db, person), queue };
  practiceId = await published(owner, contextOf(db, await anEditor(db)), await aDraft(owner));
  await db.deleteFrom('translation_usage').execute();
  server = await testLibreTranslate({ key: 'key' });
});
afterEach(() => server.close());

const settings = (change: Partial<TranslationSettings> = {}): TranslationSettings => ({
  provider: 'libretranslate',
  url: server.url,
  key: 'key',
  timeoutMs: 2000,
  ...limits,
  ...change,
});
const work = (provider: TranslationSettings | undefined = settings()) =>
  translateByMachine({ ...translator, provider }, { practiceId, language });
const ask = (ctx = translator) => askMachine(ctx, { practiceId, language }, limits);
const view = async () => {
  const read = await readTranslation(database.db, translator.actor, { practiceId, language });
  if (!read) throw new Error('nothing to translate');
  return read;
};
const checked = async () => {
  const { version, originalMark, original } = await view();
  const typed = { ...original, title: 'Laulavat portaat' };
  return publishTranslation(translator, { practiceId, language, base: version, typed, seen: originalMark });
};

describe('a machine', () => {
  it('is asked by a translator, and its text is given to readers as a machine’s and found', async () => {
    expect(await ask()).toEqual({ ok: true, value: null });
    expect(sent).toEqual([
      {
        name: TRANSLATE_PRACTICE,
        data: { practiceId, language },
        key: `${practiceId} ${language}`,
      },
    ]);
    expect((await view()).machine).toEqual({ state: 'waiting', problem: null });
    await work();
    const made = await view();
    expect(made).toMatchObject({
      given: { state: 'machine', isWhole: true },
      machine: null,
      isPublished: true,
      newest: { origin: 'machine', authorName: null },
      content: { title: `mtfi·${wholeContent.title}` },
      mayAskMachine: false,
    });
    expect(made.ofMachine).toEqual(made.fields);
    const page = await readPractice(database.db, made.slug, language);
    expect(page).toMatchObject({
      found: 'practice',
      page: { head: { state: 'machine', language }, body: { state: 'machine', language } },
    });
    const filters = parseFilters(new URLSearchParams({ q: 'mtfi' }));
    const list = await listPractices(database.db, filters, language);
    expect(list.practices).toMatchObject([{ id: practiceId, state: 'machine' }]);
  });

  it('is sent the published words of the practice, and nothing of who wrote it or who asked', async () => {
    await ask();
    await work();
    const all = JSON.stringify(server.arrived);
    expect(all).toContain(wholeContent.challenge);
    for (const hidden of [
      owner.actor.person?.name,
      owner.actor.person?.email,
      translator.actor.person?.name,
      translator.actor.person?.email,
      wholeContent.organiser,
      'Mūzikas skola',
      'valmierasnovads',
    ])
      expect(all).not.toContain(hidden ?? 'nobody');
  });

  it('asked for again while it waits, or when it is there, does nothing', async () => {
    await ask();
    await ask();
    expect(sent).toHaveLength(1);
    await work();
    await ask();
    await work();
    expect(sent).toHaveLength(1);
    expect(server.arrived).toHaveLength(1);
  });

  it('is not asked by the owner, nor where none is set up, nor beyond the monthly limit', async () => {
    const reason = (answer: Awaited<ReturnType<typeof ask>>) => answer.ok || answer.refusal.reasons[0]?.key;
    const key = { practiceId, language } as const;
    expect(reason(await askMachine(owner, key, limits))).toBe('contribute_refused_part');
    expect(reason(await askMachine(translator, key, undefined))).toBe('translate_refused_off');
    expect(reason(await askMachine(translator, key, { monthlyCharacters: 20 }))).toBe(
      'translate_refused_limit',
    );
    expect(sent).toEqual([]);
    expect(server.arrived).toEqual([]);
  });
});

describe('never over what a person', () => {
  it('has checked: neither when asked, nor when it was checked while the machine worked', async () => {
    await ask();
    server.onArrival = async () => {
      server.onArrival = undefined;
      expect(await checked()).toEqual({ ok: true, value: null });
    };
    await work();
    expect(await view()).toMatchObject({
      given: { state: 'reviewed' },
      content: { title: 'Laulavat portaat' },
      machine: null,
    });
    expect(await ask()).toMatchObject({ refusal: { reasons: [{ key: 'translate_refused_checked' }] } });
  });

  it('is writing: empty fields are filled, the rest stays, and the text that readers get is the machine’s', async () => {
    await ask();
    await saveTranslation(translator, { practiceId, language, base: 0, typed: { title: 'Portaat' } });
    await work();
    const { content, ofMachine, version, isPublished } = await view();
    expect([content.title, content.teaser]).toEqual(['Portaat', `mtfi·${wholeContent.teaser}`]);
    expect(ofMachine).not.toContain('title');
    expect([version, isPublished]).toEqual([2, false]);
    // Whoever typed before the machine came loses nothing either.
    const late = await saveTranslation(translator, {
      practiceId,
      language,
      base: 1,
      typed: { title: 'Portaat', teaser: '', summary: 'Oma' },
    });
    expect(late).toMatchObject({ ok: false, refusal: { conflict: { fields: ['summary'] } } });
  });
});

describe('what goes wrong', () => {
  it.each([429, 503, 456, 'silence'] as const)(
    '%s is tried again, then given up and said',
    async (failing) => {
      await ask();
      const provider = settings({ timeoutMs: 200 });
      for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
        server.fail(failing);
        await expect(work(provider)).rejects.toThrow(Interrupted);
      }
      expect((await view()).machine).toMatchObject({ state: 'waiting' });
      server.fail(failing);
      await work(provider);
      const problem = failing === 456 ? 'quota' : 'unreachable';
      expect((await view()).machine).toEqual({ state: 'failed', problem });
      expect(await ask()).toEqual({ ok: true, value: null });
      await work(provider);
      expect((await view()).given).toMatchObject({ state: 'machine' });
    },
  );

  it('a refusal is said at once', async () => {
    await ask();
    await work(settings({ key: 'wrong' }));
    expect((await view()).machine).toEqual({ state: 'failed', problem: 'refused' });
  });

  it('a provider that was taken out of the settings meanwhile', async () => {
    await ask();
    await translateByMachine({ ...translator, provider: undefined }, { practiceId, language });
    expect((await view()).machine).toEqual({ state: 'failed', problem: 'refused' });
  });

  it('an original that changed meanwhile is translated anew', async () => {
    await ask();
    server.onArrival = async () => {
      server.onArrival = undefined;
      await database.db
        .updateTable('practice_text')
        .set({ title: 'Jaunas kāpnes' })
        .where('practice_id', '=', practiceId)
        .where('state', '=', 'original')
        .execute();
    };
    await expect(work()).rejects.toThrow(Interrupted);
    expect((await view()).given).toBeNull();
    await work();
    expect((await view()).content.title).toBe('mtfi·Jaunas kāpnes');
  });
});

it('as a job of the queue it is sent with the wish, and done again after a failure', async () => {
  const deepl = await testDeepl('key');
  let queue: StartedQueue | undefined;
  try {
    deepl.fail(429);
    queue = await startQueue(database.url, [
      {
        name: TRANSLATE_PRACTICE,
        expiresAfter: 60,
        retries: { limit: 3, delaySeconds: 1, backoff: false },
        work: (data) =>
          translateByMachine(
            { ...translator, provider: settings({ provider: 'deepl', url: deepl.url }) },
            data as { practiceId: number; language: 'fi' },
          ),
      },
    ]);
    await ask({ ...translator, queue });
    await expect.poll(async () => (await view()).given?.state, { timeout: 20_000 }).toBe('machine');
    expect(deepl.arrived).toHaveLength(2);
    expect(deepl.arrived[1]?.body).toMatchObject({ source_lang: 'LV', target_lang: 'FI' });
  } finally {
    await queue?.stop(1000);
    await deepl.close();
  }
}, 40_000);
