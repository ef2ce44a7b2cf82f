import { sql } from 'kysely';
import { contentSchema } from '../../src/domains/practices/forms/contribute/content.ts';
import { draftFields } from '../../src/domains/practices/index.ts';
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import type { Told } from './submitting-writers.ts';
import { wholeForm } from './whole-draft-form.ts';

interface Kept {
  id: number;
  token: string;
  state: string;
  version: number;
  versions: number;
  repeated: number;
  content: unknown;
  mails: number;
  noted: number;
}

const read = async (db: Database): Promise<Map<string, Kept>> => {
  const { rows } = await sql<Kept>`
    select d.id, d.once_token::text as token, d.state, d.version, v.content,
      (select count(*)::int from practice_draft_version where draft_id = d.id) as versions,
      (select count(*)::int from practice_draft_version a join practice_draft_version b
        on b.draft_id = a.draft_id and b.number = a.number + 1 and b.content = a.content
        where a.draft_id = d.id) as repeated,
      (select count(*)::int from outbox where kind = 'practice-submitted'
        and body_text like '%/contribute/' || d.id || E'\n%') as mails,
      (select count(*)::int from audit_entry where act = 'draft.submit'
        and subject_kind = 'practice-draft' and subject_id = d.id::text) as noted
    from practice_draft d
    join practice_draft_version v on v.draft_id = d.id and v.number = d.version`.execute(db);
  return new Map(rows.map((row) => [row.token, row]));
};

/** What is wrong with one draft, in words; nothing when all that its writer was told is so, and happened once. */
function wrongsOf(told: Told, kept: Kept | undefined): string[] {
  if (!kept) return told.draftId === null ? [] : [`draft ${told.draftId} is gone`];
  const wrongs: string[] = [];
  const say = (what: string): void => void wrongs.push(`draft ${kept.id}: ${what}`);
  if (told.draftId !== null && told.draftId !== kept.id) say('another number than was told');
  const content = contentSchema.parse(kept.content) as Record<string, unknown>;
  const form = wholeForm({ title: told.title, summary: told.title });
  for (const page of told.pages)
    for (const [name, value] of form[page])
      if (Object.hasOwn(draftFields, name) && typeof content[name] === 'string' && content[name] !== value)
        say(`page ${page} is not as it was typed: ${name}`);
  if (told.pages.has('place') && JSON.stringify(content['places']) !== '["Rūjiena"]')
    say('its place is gone');
  if (told.pages.has('topics') && (content['concepts'] as unknown[]).length !== 2) say('its topics are gone');
  if (told.pages.has('sources') && (content['sources'] as unknown[]).length !== 1)
    say('its sources are gone');
  if (kept.versions !== kept.version) say(`${kept.versions} versions, the newest is ${kept.version}`);
  if (kept.repeated > 0) say('a page was written twice');
  const isSubmitted = kept.state === 'submitted';
  if (told.isSubmitted && !isSubmitted) say(`was handed in and is ${kept.state}`);
  const times = isSubmitted ? 1 : 0;
  if (kept.noted !== times) say(`handed in ${times} times, noted ${kept.noted} times`);
  if (kept.mails !== times) say(`handed in ${times} times, ${kept.mails} mails`);
  return wrongs;
}

/** Everything that is not as the writers were told, and whether the log is whole. */
export async function lookAtSubmissions(
  db: Database,
  told: readonly Told[],
): Promise<{ wrongs: string[]; drafts: number; submitted: number; entries: number }> {
  const kept = await read(db);
  const verdict = await verifyAudit(db);
  const tokens = new Set(told.map(({ token }) => token));
  const wrongs = told.flatMap((draft) => wrongsOf(draft, kept.get(draft.token)));
  for (const [token, { id }] of kept) if (!tokens.has(token)) wrongs.push(`draft ${id} nobody began`);
  if (!verdict.ok) wrongs.push(`the log is broken: ${verdict.why} at ${verdict.seq}`);
  return {
    wrongs,
    drafts: kept.size,
    submitted: [...kept.values()].filter(({ state }) => state === 'submitted').length,
    entries: verdict.ok ? verdict.entries : -1,
  };
}

/** Mails that are not handed over yet, and those of them that no job will hand over. */
export async function mailsWaiting(db: Database): Promise<{ waiting: number; jobless: number }> {
  const { rows } = await sql<{ waiting: number; jobless: number }>`
    select count(*)::int as waiting, (count(*) filter (where not exists (
      select from pgboss.job j where j.name like 'send-mail%' and j.data->>'id' = o.id::text
        and j.state in ('created', 'retry', 'active'))))::int as jobless
    from outbox o where o.state != 'sent'`.execute(db);
  return rows[0] ?? { waiting: -1, jobless: -1 };
}

/** Which Message-IDs were promised as sent, against which arrived: lost ones, ones that nobody promised, and how many came again. */
export async function lookAtMails(
  db: Database,
  arrived: readonly (string | undefined)[],
): Promise<{ lost: number; foreign: number; again: number; mails: number }> {
  const rows = await db.selectFrom('outbox').select(['message_id', 'state']).execute();
  const promised = new Set(rows.map(({ message_id }) => message_id));
  const came = arrived.map((id) => /^<([0-9a-f-]{36})@/.exec(id ?? '')?.[1] ?? `none: ${id}`);
  const different = new Set(came);
  return {
    lost: rows.filter(({ message_id, state }) => state === 'sent' && !different.has(message_id)).length,
    foreign: [...different].filter((id) => !promised.has(id)).length,
    again: came.length - different.size,
    mails: promised.size,
  };
}
