import { sql } from 'kysely';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log.ts';
import { projectRoot } from '#platform/project-root.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import { Interrupted } from '#platform/queue/interrupted.ts';
import { startQueue, type StartedQueue } from '#platform/queue/start-queue.ts';
import { templateVersion } from './document-digest.ts';
import { documentJobs } from './document-jobs.ts';
import type { DocumentRequest } from './model.ts';
import { purgeDocuments } from './purge-documents.ts';
import { documentFile, documentProgress } from './read-document.ts';
import { requestDocument } from './request-document.ts';
import { setDocument } from './set-document.ts';
import { typesetter, type SettingOrder } from './typesetter.ts';

const setter = typesetter();
let database: TestDatabase;
let queue: StartedQueue;
beforeAll(async () => {
  database = await testDatabase();
  queue = await startQueue(database.url, documentJobs(database.db, setter, silentLog));
});
afterAll(async () => {
  await queue.stop(1000);
  setter.stop();
  await database.close();
});
beforeEach(() => database.db.deleteFrom('document').execute());

const request = (text: unknown, title = 'Title'): DocumentRequest => ({
  template: 'services/documents/fixtures/plain.typ',
  language: 'en',
  title,
  fileName: 'a-document',
  madeFrom: '/en/somewhere/pdf',
  data: { title, language: 'en', text },
});
const ask = (text: unknown, options = {}) =>
  requestDocument(database.db, queue, request(text), { patienceMs: 15_000, ...options });
/** A queue whose jobs nobody does. */
const idle = { send: () => Promise.resolve(true) };

describe('a document', () => {
  it('asked for by five at once is set once, and then is there at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('the same')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ state: 'ready', file: 'a-document.pdf' });
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pgboss.job where name = 'set-document'`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
    expect(await ask('the same', { patienceMs: 0 })).toEqual(answers[0]);
  });

  it('is another when anything in it differs', async () => {
    const [one, other] = [await ask('one'), await ask('other')];
    expect(one).not.toEqual(other);
  });

  it('is given as a file with its type', async () => {
    const answer = await ask('a file');
    if (answer.state !== 'ready') throw new Error(answer.state);
    const file = await documentFile(database.db, answer.digest);
    expect(file).toMatchObject({ mediaType: 'application/pdf', language: 'en', file: 'a-document.pdf' });
    expect(Buffer.from(file?.content ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await documentFile(database.db, 'nothing')).toBeUndefined();
    expect(await documentProgress(database.db, 'f'.repeat(64))).toBeUndefined();
  });

  it('that cannot be set leaves the next ones as they would have been', async () => {
    const answers = await Promise.all([ask(undefined), ask('after it'), ask(undefined), ask('later')]);
    expect(answers.map(({ state }) => state)).toEqual(['failed', 'ready', 'failed', 'ready']);
  });

  it('that cannot be set says so, and is tried again when asked for again', async () => {
    const first = await ask(undefined);
    expect(first.state).toBe('failed');
    const digest = first.state === 'failed' ? first.digest : '';
    expect(await documentProgress(database.db, digest)).toMatchObject({
      state: 'failed',
      madeFrom: '/en/somewhere/pdf',
    });
    expect(await requestDocument(database.db, idle, request(undefined), { patienceMs: 0 })).toEqual({
      state: 'waiting',
      digest,
    });
  });
});

describe('a document in the making when Nacre stops', () => {
  it('is not failed, and is set after the next start', async () => {
    const other = await testDatabase();
    const { db, url } = other;
    const program = join(projectRoot(), 'src/services/documents/fixtures/endless.ts');
    const endless = typesetter({ program });
    const before = await startQueue(url, documentJobs(db, endless, silentLog));
    const answer = await requestDocument(db, before, request('stopped'), { patienceMs: 0 });
    const digest = 'digest' in answer ? answer.digest : '';
    const state = async () => (await documentProgress(db, digest))?.state;
    await expect.poll(state, { timeout: 10_000 }).toBe('setting');
    // As start-jobs.ts does it.
    await before.stop(1000);
    endless.stop();
    await sleep(300);
    expect(await state()).toBe('setting');
    const after = await startQueue(url, documentJobs(db, setter, silentLog));
    await expect.poll(state, { timeout: 20_000 }).toBe('ready');
    await after.stop(1000);
    await other.close();
  }, 40_000);
});

describe('a document whose job is gone', () => {
  it('is set for the next who asks, though it counts as under way', async () => {
    await requestDocument(database.db, idle, request('forsaken'), { patienceMs: 0 });
    expect((await ask('forsaken')).state).toBe('ready');
  });

  it('that was interrupted several times is set nonetheless', async () => {
    const other = await testDatabase();
    const { db, url } = other;
    const ending = typesetter({ program: join(projectRoot(), 'src/services/documents/fixtures/ending.ts') });
    let times = 0;
    const interrupted = {
      ...setter,
      set: (order: SettingOrder) => (++times <= 3 ? ending : setter).set(order),
    };
    const working = await startQueue(url, documentJobs(db, interrupted, silentLog));
    const answer = await requestDocument(db, working, request('interrupted'), { patienceMs: 60_000 });
    expect([answer.state, times]).toEqual(['ready', 4]);
    await working.stop(1000);
    ending.stop();
    await other.close();
  }, 90_000);
});

describe('a document asked of another release of Nacre', () => {
  const askedOfAnother = async (text: string): Promise<string> => {
    const answer = await requestDocument(database.db, idle, request(text), { patienceMs: 0 });
    await sql`update document set template_version = 'another'`.execute(database.db);
    return 'digest' in answer ? answer.digest : '';
  };
  const state = async (digest: string) => (await documentProgress(database.db, digest))?.state;

  it('is left to it', async () => {
    const digest = await askedOfAnother('another');
    const setting = setDocument(database.db, setter, digest, silentLog);
    await expect(setting).rejects.toBeInstanceOf(Interrupted);
    expect(await state(digest)).toBe('waiting');
    await sql`update document set template_version = ${templateVersion(request('').template)}`.execute(
      database.db,
    );
    await setDocument(database.db, setter, digest, silentLog);
    expect(await state(digest)).toBe('ready');
  });

  it('is given up when nobody runs that any more', async () => {
    const digest = await askedOfAnother('gone');
    await sql`update document set asked_at = now() - interval '1 minute'`.execute(database.db);
    await setDocument(database.db, setter, digest, silentLog);
    expect(await state(digest)).toBe('failed');
  });
});

describe('those who wait', () => {
  it('hear how many are before them, and beyond the limit that they should come back', async () => {
    const wait = (text: string) =>
      requestDocument(database.db, idle, request(text), { patienceMs: 0, mostUnfinished: 3 });
    const answers = [];
    for (const text of ['1', '2', '3']) answers.push(await wait(text));
    const ahead = await Promise.all(
      answers.map((answer) => documentProgress(database.db, 'digest' in answer ? answer.digest : '')),
    );
    expect(ahead.map((progress) => progress?.state === 'waiting' && progress.ahead)).toEqual([0, 1, 2]);
    expect(await wait('4')).toEqual({ state: 'busy', retryAfterSeconds: 60 });
    expect((await wait('1')).state).toBe('waiting');
  });

  it('for one kind of document do not keep others from another kind', async () => {
    const options = { patienceMs: 0, mostUnfinished: 1 };
    await requestDocument(database.db, idle, request('1'), options);
    const other = { ...request('2'), template: 'ui/documents/practice-sheet.typ' };
    expect((await requestDocument(database.db, idle, other, options)).state).toBe('waiting');
    expect((await requestDocument(database.db, idle, request('3'), options)).state).toBe('busy');
  });

  it('cannot keep others from theirs, as far as one reader can be told from many', async () => {
    const states = async (askedFrom: string, name: string) => {
      const found = [];
      for (const n of [1, 2, 3, 4, 5, 6]) {
        const asked = { ...request(`${name} ${n}`), askedFrom };
        found.push((await requestDocument(database.db, idle, asked, { patienceMs: 0 })).state);
      }
      return found;
    };
    const five = Array<string>(5).fill('waiting');
    expect(await states('198.51.100.7', 'one')).toEqual([...five, 'busy']);
    expect(await states('198.51.100.8', 'other')).toEqual([...five, 'busy']);
    expect(await states('127.0.0.1', 'behind a proxy')).toEqual([...five, 'waiting']);
    // What is done counts no more.
    await sql`update document set state = 'failed', data = null`.execute(database.db);
    expect((await states('198.51.100.7', 'again'))[0]).toBe('waiting');
  });

  it('are not counted when their document was lost long ago', async () => {
    await requestDocument(database.db, idle, request('lost'), { patienceMs: 0, mostUnfinished: 1 });
    await sql`update document set asked_at = now() - interval '1 hour'`.execute(database.db);
    expect((await ask('fresh', { mostUnfinished: 1 })).state).toBe('ready');
    expect((await ask('lost', { mostUnfinished: 1 })).state).toBe('ready');
  });
});

describe('what nobody asks for', () => {
  const digestOf = async (text: string) => {
    const answer = await ask(text);
    return 'digest' in answer ? answer.digest : '';
  };
  // A document that has just been set purges too: what counts is what is left.
  const left = async () => {
    await purgeDocuments(database.db);
    const rows = await database.db.selectFrom('document').select('digest').execute();
    return rows.map(({ digest }) => digest).sort();
  };

  it('goes after the retention period, and not before', async () => {
    const [kept, young, old] = [await digestOf('kept'), await digestOf('young'), await digestOf('old')];
    const asked = (digest: string, days: number) =>
      sql`update document set asked_at = now() - ${days}::int * interval '1 day' where digest = ${digest}`.execute(
        database.db,
      );
    await asked(young, 29);
    await asked(old, 31);
    expect(await left()).toEqual([kept, young].sort());
  });

  it('is not what somebody reads at the address of its file', async () => {
    const digests = [await digestOf('read'), await digestOf('known'), await digestOf('forgotten')];
    const [read = '', known = ''] = digests;
    await sql`update document set asked_at = now() - interval '29 days'`.execute(database.db);
    await documentFile(database.db, read);
    // Whoever has the file already is told so without its bytes.
    await documentProgress(database.db, known);
    await sql`update document set asked_at = asked_at - interval '2 days'`.execute(database.db);
    expect(await left()).toEqual([read, known].sort());
  });

  it('goes first when there is more than may be kept', async () => {
    const digests = [await digestOf('1'), await digestOf('2'), await digestOf('3')];
    await sql`update document set size_bytes = 250 * 1048576 - 1000`.execute(database.db);
    expect(await left()).toEqual(digests.slice(1).sort());
  });
});
