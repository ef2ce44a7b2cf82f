import { sql } from 'kysely';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { acts } from './access/acts.ts';
import type { Asked, Line, Outcome } from './access/line.ts';
import { pages } from './access/pages.ts';
import { readers, signInAll, type Reader } from './access/readers.ts';
import { allDoors } from './access/routes.ts';
import { leaks, entitled, secrets } from './access/secrets.ts';
import { makeWorld, type World } from './access/world.ts';
import type { Answer } from './raw-request.ts';
import { runningApp } from './running-app.ts';

// Every role × every page, form and answer × own and other town: access/pages.ts and access/acts.ts are the table.

const secret = 'a-secret-of-the-tests-and-not-of-a-site';
const app = await runningApp({ NACRE_SECRET: secret });
const here = app.origin.replace('localhost', '127.0.0.1');
let world: World;

beforeAll(async () => {
  world = await makeWorld(app.db, await signInAll(app.db, secret));
  await watchChanges();
}, 60_000);

/** What changes by itself: limits, sessions, jobs. */
const unwatched = ['attempt', 'verification', 'document', 'seed_row', 'audit_pending'];

/** From now on every row that is written, changed or removed is noted, also one that is changed back. */
async function watchChanges(): Promise<void> {
  await sql`create unlogged table noticed_change (table_name text not null, what text not null)`.execute(
    app.db,
  );
  await sql`create function notice_change() returns trigger language plpgsql as
    'begin insert into noticed_change values (tg_table_name, tg_op); return null; end'`.execute(app.db);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name != 'noticed_change'`.execute(
    app.db,
  );
  for (const { name } of rows.filter((row) => !unwatched.includes(row.name))) {
    // The job that sends marks what it did with a mail; a session that ends is one that somebody lost.
    const when =
      name === 'outbox'
        ? sql`insert or delete`
        : name === 'session'
          ? sql`delete`
          : sql`insert or update or delete`;
    await sql`create trigger notice after ${when} on ${sql.id(name)} for each row execute function notice_change()`.execute(
      app.db,
    );
  }
}
async function changesSince(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`with gone as (delete from noticed_change returning *)
    select distinct table_name || ' ' || lower(what) as line from gone order by 1`.execute(app.db);
  return rows.map(({ line }) => line);
}

type As = 'page' | 'data';
async function ask(reader: Reader, { path, fields }: Asked, as: As = 'page'): Promise<Answer> {
  const cookie = world.accounts.get(reader)?.cookie;
  const isPost = fields !== undefined;
  return app.ask(path, {
    method: isPost ? 'POST' : 'GET',
    ...(isPost && { body: new URLSearchParams(fields).toString() }),
    headers: {
      accept: as === 'data' && isPost ? 'application/json' : 'text/html',
      ...(cookie !== undefined && { cookie }),
      ...(isPost && { origin: here, 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
}

function outcomeOf({ status, headers }: Answer, isAct: boolean): Outcome | number {
  const to = headers.location ?? '';
  if (status >= 300 && status < 400) {
    if (/^\/en\/(account|sign-in)\/second-factor\?to=/.test(to)) return 'second factor';
    if (/^\/en\/sign-in\?to=/.test(to)) return 'sign in';
    return 'led on';
  }
  if (status === 404) return 'not found';
  if (status === 410) return 'gone';
  if (isAct && status >= 400 && status < 500 && status !== 403) return 'refused';
  return status === 200 ? 'shown' : status;
}

/** All that was sent, a spreadsheet or an archive unpacked. */
function sentText({ sent, text, headers }: Answer): string {
  const said = JSON.stringify(headers);
  if (!/spreadsheetml|application\/zip/.test(String(headers['content-type']))) return said + text;
  return (
    said +
    Object.values(unzipSync(sent))
      .map((part) => Buffer.from(part).toString())
      .join('\n')
  );
}

const nameOf = ({ door, about }: Line): string => `${door}${about === undefined ? '' : ` (${about})`}`;
/** The same page as data, which a browser with JavaScript asks for. */
const asData = (path: string): string => path.replace(/\/?(\?|$)/, '/__data.json$1');
const isPage = ({ door }: Line): boolean =>
  !/\.\w+$|\[file\]$|\.\[|^GET \/(id|language|health|ready)|^GET $/.test(door);

it('has a line for every page, form and answer that there is, and for nothing else', async () => {
  const listed = new Set([...pages, ...acts].map(({ door }) => door));
  const there = new Set(await allDoors());
  expect(
    [...there].filter((door) => !listed.has(door)),
    'without a line',
  ).toEqual([]);
  expect(
    [...listed].filter((door) => !there.has(door)),
    'that are no more',
  ).toEqual([]);
});

it('has for everything that is kept from somebody a record that could leak there', () => {
  const kept = pages.filter(
    ({ who }) => Object.values(who).includes('shown') && Object.values(who).includes('not found'),
  );
  const bare = kept
    .filter(({ holds }) => holds === undefined)
    .map(nameOf)
    .toSorted();
  // Columns, what is published, words of the vocabulary; numbers of what waits, and what stands in the imprint.
  expect(bare).toEqual([
    'GET /contribute/bulk',
    'GET /contribute/bulk/practices.[format=spreadsheet]',
    'GET /contribute/bulk/template.[format=spreadsheet]',
    'GET /secretariat',
    'GET /secretariat/settings',
    'GET /secretariat/vocabulary',
    'GET /secretariat/vocabulary/[scheme]/[code]',
    'GET /secretariat/vocabulary/[scheme]/[code]/merge',
    'GET /secretariat/vocabulary/new',
  ]);
});

/** Whether the reader is told what stands behind the line, and nothing that is kept from them. */
function wrongsIn(texts: readonly string[], reader: Reader, { holds, holdsFor, tells, who }: Line): string[] {
  const wrong = texts
    .flatMap((text) => leaks(reader, text))
    .filter((leaked) => !tells?.includes(leaked))
    .map((leaked) => `${reader} is told ${leaked}`);
  if (holds === undefined || who[reader] !== 'shown') return wrong;
  const isMeant = (holdsFor ?? entitled(holds)).includes(reader);
  if (isMeant && !texts.some((text) => text.includes(secrets[holds].word)))
    wrong.push(`${reader} is not shown ${holds}`);
  return wrong;
}

async function wrongsOfPage(line: Line, asked: Asked, reader: Reader): Promise<string[]> {
  const answer = await ask(reader, asked);
  const outcome = outcomeOf(answer, false);
  const wrong = outcome === line.who[reader] ? [] : [`${reader}: ${outcome} instead of ${line.who[reader]}`];
  const texts = [sentText(answer)];
  if (isPage(line)) {
    const data = await ask(reader, { path: asData(asked.path) });
    if (outcome === 'shown' && data.status !== 200) wrong.push(`${reader}: data ${data.status}`);
    texts.push(sentText(data));
  }
  return [...wrong, ...wrongsIn(texts, reader, line)];
}

async function wrongsOfAct(line: Line, asked: Asked, reader: Reader): Promise<string[]> {
  const answer = await ask(reader, asked);
  const outcome = outcomeOf(answer, true);
  const wrong = outcome === line.who[reader] ? [] : [`${reader}: ${outcome} instead of ${line.who[reader]}`];
  const data = await ask(reader, asked, 'data');
  return [...wrong, ...wrongsIn([sentText(answer), sentText(data)], reader, line)];
}

const changed = async (): Promise<string[]> => (await changesSince()).map((change) => `changed: ${change}`);

describe.each(pages.map((line) => [nameOf(line), line] as const))('%s', (_, line) => {
  it('answers each reader as the table says, tells nobody what is kept from them, and changes nothing', async () => {
    const asked = await line.at(world);
    await changesSince();
    const wrong = await Promise.all(readers.map((reader) => wrongsOfPage(line, asked, reader)));
    expect([...wrong.flat(), ...(await changed())]).toEqual([]);
  });
});

describe.each(acts.map((line) => [nameOf(line), line] as const))('%s', (_, line) => {
  const tried = readers.filter((reader) => line.who[reader] !== 'untried');
  const isDone = (reader: Reader): boolean => line.who[reader] === 'done';

  it('refuses whom the table says, as page and as data, and then nothing has changed', async () => {
    const asked = await line.at(world);
    await changesSince();
    const refused = tried.filter((reader) => !isDone(reader));
    const wrong = await Promise.all(refused.map((reader) => wrongsOfAct(line, asked, reader)));
    expect([...wrong.flat(), ...(line.counts ? [] : await changed())]).toEqual([]);
  });

  it.skipIf(!tried.some(isDone))('does it for whom the table says', async () => {
    const wrong: string[] = [];
    for (const reader of tried.filter(isDone)) {
      const asked = await line.at(world);
      await changesSince();
      const answer = await ask(reader, asked);
      if (outcomeOf(answer, true) !== 'led on') wrong.push(`${reader}: ${answer.status}, not done`);
      if ((await changesSince()).length === 0) wrong.push(`${reader}: nothing has changed`);
      wrong.push(...wrongsIn([sentText(answer)], reader, line));
    }
    expect(wrong).toEqual([]);
  });
});
