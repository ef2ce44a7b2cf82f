// A translator's list over many practices beside one over few: node bench/translations.ts [sizes …], for example 48 100000.
import { sql } from 'kysely';
import { visitor, type Actor, type PersonId } from '#domains/accounts/index.ts';
import { listTranslations, translationStates } from '#domains/practices/index.ts';
import { connect, type Database } from '#platform/database/connect.ts';
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { migrationsFolder } from '#platform/project-root.ts';
import { newDataFolder, removeDataFolder } from '../tests/setup/data-folder.ts';
import { median } from './median.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sizes = process.argv.slice(2).map(Number);
const translator: Actor = {
  ...visitor,
  person: { id: 1 as PersonId, name: 'A', email: 'a@town.example', language: 'lv' },
  roles: [{ role: 'translator', scope: 'lv' }],
};

/** So many practices in English; in Latvian one in fifty is stale, one in ten missing, most are a machine's. In eight languages more, a machine's. */
async function fill(db: Database, count: number): Promise<void> {
  await sql`truncate practice cascade`.execute(db);
  await sql`insert into practice (id, slug, original_language, licence, published_on)
    select n, 'practice-' || n, 'en', 'CC BY 4.0', '2026-11-23' from generate_series(1, ${count}::int) n`.execute(
    db,
  );
  await sql`insert into practice_text (practice_id, language, state, stale_since, title, teaser, summary, what_was_done)
    select n, language,
      case when language = 'en' then 'original' when language <> 'lv' then 'machine' when n % 50 = 0 then 'stale'
        when n % 7 = 0 then 'reviewed' else 'machine' end,
      case when language = 'lv' and n % 50 = 0 then timestamptz '2026-01-01' + n * interval '1 second' end,
      'Title ' || n, 'Teaser ' || n, repeat('Summary of practice ' || n || '. ', 20), repeat('What was done. ', 60)
    from generate_series(1, ${count}::int) n, unnest(array['en', 'lv', 'lt', 'et', 'fi', 'sv', 'da', 'de', 'pl']) language
    where language <> 'lv' or n % 10 <> 3`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let turn = 0; turn < 15; turn++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return median(taken);
}

async function measure(db: Database): Promise<void> {
  let first: number | undefined;
  for (const size of sizes.length > 0 ? sizes : [48, 100_000]) {
    await fill(db, size);
    const ask = (state: (typeof translationStates)[number] | null, page: number) => () =>
      listTranslations(db, translator, { language: 'lv', state, page });
    const whole = await millis(ask(null, 1));
    const last = await millis(ask(null, 999_999));
    const states: string[] = [];
    for (const state of translationStates)
      states.push(`${state} ${(await millis(ask(state, 1))).toFixed(1)}`);
    first ??= whole;
    say(
      `${size} practices: first page ${whole.toFixed(1)} ms (${(whole / first).toFixed(1)} times the first size), last page ` +
        `${last.toFixed(1)} ms, by state ${states.join(', ')} ms`,
    );
  }
}

const folder = await newDataFolder();
try {
  const started = await startEmbedded({ dataFolder: folder });
  if (!started.ok) throw new Error(started.refusal);
  const { url, stop } = started.value;
  const db = connect(url, { max: 1 });
  try {
    const migrated = await migrate(url, { folder: migrationsFolder() });
    if (!migrated.ok) throw new Error(migrated.refusal);
    await measure(db);
  } finally {
    await db.destroy();
    await stop();
  }
} finally {
  await removeDataFolder(folder);
}
