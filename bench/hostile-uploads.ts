// `node bench/hostile-uploads.ts [500] [seed]`: hostile uploads, four at a time, to the built server over HTTP. Says how many were refused in
// the reader's words and how many were kept as nothing but pixels, and the most memory that the server took, with the process that
// unpacks pictures. Ends with 1 where anything went otherwise, or the server took more than 600 MB. Needs a build (npm run build).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { connect } from '#platform/database/connect.ts';
import { projectRoot } from '#platform/project-root.ts';
import { languages, type Language } from '#services/i18n/languages.ts';
import { emptyContent } from '../src/domains/practices/rules/draft-fields.ts';
import { newDataFolder, removeDataFolder } from '../tests/setup/data-folder.ts';
import { hostileForms } from '../tests/setup/hostile-forms.ts';
import { hostilePictures } from '../tests/setup/hostile-pictures.ts';
import { foreign, samplePicture } from '../tests/setup/sample-pictures.ts';
import { rawRequest } from '../tests/web/raw-request.ts';
import type { RunningApp } from '../tests/web/running-app.ts';
import { signedInAs, testSecret } from '../tests/web/signed-in.ts';
import { spawnServer } from '../tests/web/spawned-server.ts';
import { multipart } from '../tests/web/upload.ts';
import { seededRandom } from './seeded-random.ts';

const COUNT = Number(process.argv[2] ?? 500);
const SEED = Number(process.argv[3] ?? 20_261_201);
const MOST_MEGABYTES = 600;
const AT_ONCE = 4;
/** A person may send a hundred a day. */
const A_PERSON = 90;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const texts = Object.fromEntries(
  languages.map((language) => [
    language,
    Object.assign(
      {},
      ...['pictures', 'contribute'].map(
        (room) =>
          JSON.parse(
            readFileSync(join(projectRoot(), 'messages', room, `${language}.json`), 'utf8'),
          ) as Record<string, string>,
      ),
    ) as Record<string, string>,
  ]),
) as Record<Language, Record<string, string>>;

/** The message that the page says, of whatever values; null where it is none of ours. */
function keySaid(said: string, language: Language): string | null {
  for (const [key, text] of Object.entries(texts[language])) {
    if (!key.startsWith('pictures_problem_') && key !== 'contribute_problem_text') continue;
    const parts = text.split(/\{[a-z]+\}/);
    if (said.startsWith(parts[0] ?? '') && said.endsWith(parts.at(-1) ?? '')) return key;
  }
  return null;
}

/** Resident memory in bytes of a process, and of those that it began, as Linux has it. */
function memoryOf(pid: number): { own: number; beside: number } {
  const resident = (of: number): number => {
    try {
      const status = readFileSync(`/proc/${of}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  };
  const children = (of: number): number[] => {
    try {
      return readdirSync(`/proc/${of}/task`)
        .flatMap((thread) => readFileSync(`/proc/${of}/task/${thread}/children`, 'utf8').split(' '))
        .filter((word) => /^\d+$/.test(word))
        .map(Number);
    } catch {
      return [];
    }
  };
  const below = (of: number): number =>
    children(of).reduce((sum, child) => sum + resident(child) + below(child), 0);
  return { own: resident(pid), beside: below(pid) };
}

const folder = await newDataFolder();
const started = await startEmbedded({ dataFolder: folder, throwaway: true });
if (!started.ok) throw new Error(started.refusal);
const settings = { DATABASE_URL: started.value.url, NACRE_SECRET: testSecret };
// The first start fills the database, once; what is measured is a server as it runs every day.
await (await spawnServer(settings)).stop();
const server = await spawnServer(settings);
const db = connect(started.value.url, { max: 4 });
const app: RunningApp = {
  db,
  origin: server.origin,
  ask: (path, asking) => rawRequest(server.port, path, asking),
  page: () => Promise.reject(new Error('not needed')),
};

const memory = { atRest: memoryOf(server.pid).own, server: 0, beside: 0, both: 0 };
const watch = setInterval(() => {
  const { own, beside } = memoryOf(server.pid);
  memory.beside = Math.max(memory.beside, beside);
  memory.both = Math.max(memory.both, own + beside);
}, 25);

type Upload = { name: string; body: Buffer; contentType: string; expected: 'clean' | readonly string[] };
async function* uploads(): AsyncGenerator<Upload> {
  const random = seededRandom(SEED);
  const forms = hostileForms(await samplePicture('jpeg', { width: 640, height: 480, shade: 119 }));
  const pictures = hostilePictures(COUNT, random);
  for (let n = 0; n < COUNT; n += 1) {
    const form = n % 10 === 9 ? forms[Math.floor(n / 10) % forms.length] : undefined;
    if (form) yield form;
    else {
      const { value } = await pictures.next();
      if (!value) return;
      const { bytes, fileName, contentType } = value;
      const sent = multipart(
        [
          ['base', '1'],
          ['act', 'add'],
        ],
        { bytes, fileName, contentType },
      );
      yield { name: value.name, expected: value.expected, ...sent };
    }
  }
}

async function newDraft(ownerId: number): Promise<number> {
  const { id } = await db
    .insertInto('practice_draft')
    .values({ language: 'en', owner_id: ownerId, once_token: crypto.randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('practice_draft_version')
    .values({
      draft_id: id,
      number: 1,
      author_id: ownerId,
      written_at: new Date(),
      content: JSON.stringify(emptyContent),
      changed: [],
    })
    .execute();
  return id;
}

const ours = new Set(['image/webp', 'image/jpeg']);
/** What is wrong with the picture that a draft got of an upload; null where nothing is. */
async function wrongWithKept(
  draft: number,
  reader: Awaited<ReturnType<typeof signedInAs>>,
): Promise<string | null> {
  const files = await db
    .selectFrom('practice_draft_picture as d')
    .innerJoin('picture_file as f', 'f.digest', 'd.digest')
    .select(['f.digest', 'f.name', 'f.content'])
    .where('d.draft_id', '=', draft)
    .execute();
  if (files.length === 0) return 'neither refused nor kept';
  const foreignBytes = files.find(({ content }) =>
    [foreign, '<script', 'PK\u0003\u0004', '%PDF', 'Exif', 'xmpmeta', 'ICC_PROFILE'].some((word) =>
      content.includes(word, 0, 'latin1'),
    ),
  );
  if (foreignBytes) return `foreign bytes in ${foreignBytes.name}`;
  for (const { digest, name } of files) {
    const path = `/en/contribute/${draft}/pictures/${digest}/${name}`;
    const cookie = [...reader.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const { status, headers } = await app.ask(path, { headers: { cookie } });
    if (status !== 200 || !ours.has(headers['content-type'] ?? ''))
      return `${path}: ${status} ${headers['content-type']}`;
    if (
      headers['x-content-type-options'] !== 'nosniff' ||
      !/sandbox/.test(String(headers['content-security-policy']))
    )
      return `${path}: without its guards`;
    if (headers['content-disposition'] !== `inline; filename="picture-${name}"`)
      return `${path}: with another name`;
  }
  return null;
}

const outcome = { refused: 0, clean: 0, wrong: [] as string[], bytes: 0, slowestMs: 0 };
const byKey = new Map<string, number>();
let [sentCount, reader] = [0, await signedInAs(app, 'Sender')];

async function send({ name, body, contentType, expected }: Upload): Promise<void> {
  if (sentCount % A_PERSON === 0 && sentCount > 0) reader = await signedInAs(app, `Sender ${sentCount}`);
  const [n, own] = [sentCount++, reader];
  const language = languages[n % languages.length] as Language;
  const draft = await newDraft(own.personId);
  const page = `/${language}/contribute/${draft}/pictures`;
  const since = performance.now();
  const { status, text } = await app.ask(page, {
    method: 'POST',
    body,
    headers: {
      accept: 'text/html',
      origin: server.origin,
      cookie: [...own.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      'content-type': contentType,
    },
  });
  outcome.bytes += body.length;
  outcome.slowestMs = Math.max(outcome.slowestMs, performance.now() - since);
  const may = (key: string): boolean => expected !== 'clean' && expected.includes(key);
  if (status === 303) {
    const wrong = await wrongWithKept(draft, own);
    if (expected === 'clean' || may('either')) {
      if (wrong) outcome.wrong.push(`${n} ${name}: ${wrong}`);
      else outcome.clean += 1;
    } else outcome.wrong.push(`${n} ${name}: taken`);
    return;
  }
  const said = parse(text).querySelector('[role=alert] li')?.text.trim() ?? '';
  const key = keySaid(said, language);
  if (status !== 400 || key === null || !may(key))
    outcome.wrong.push(`${n} ${name}: ${status} ${language} ${key ?? `“${said}”`}`);
  else {
    outcome.refused += 1;
    byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
}

const queue = uploads();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (;;) {
      const { value } = await queue.next();
      if (!value) return;
      await send(value);
    }
  }),
);
clearInterval(watch);
memory.server =
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
const isUp = (await app.ask('/health')).status === 200;

await server.stop();
await db.destroy();
await started.value.stop();
await removeDataFolder(folder);

const mega = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
for (const line of outcome.wrong) say(`  WRONG ${line}`);
for (const [key, count] of [...byKey].toSorted(([, a], [, b]) => b - a))
  say(`  ${String(count).padStart(4)} ${key}`);
say(
  `hostile uploads: ${sentCount} sent (${mega(outcome.bytes)}), ${outcome.refused} refused in the reader's language, ${outcome.clean} kept as ` +
    `nothing but pixels, ${outcome.wrong.length} otherwise; slowest ${Math.round(outcome.slowestMs)} ms; memory of the server ` +
    `${mega(memory.atRest)} at rest, at most ${mega(memory.server)}; of the process that unpacks pictures at most ${mega(memory.beside)}; both together at most ${mega(memory.both)} ` +
    `(allowed: ${MOST_MEGABYTES} MB)`,
);
process.exitCode = outcome.wrong.length === 0 && isUp && memory.server < MOST_MEGABYTES * 1_000_000 ? 0 : 1;
