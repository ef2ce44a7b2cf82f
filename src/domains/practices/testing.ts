import { randomUUID } from 'node:crypto';
import {
  visitor,
  type ActContext,
  type Actor,
  type HeldRole,
  type PersonId,
} from '#domains/accounts/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { silentLog } from '#platform/log.ts';
import type { Language } from '#services/i18n/languages.ts';
import { publishDraft } from './commands/publish-draft.ts';
import { saveDraft } from './commands/save-draft.ts';
import { startDraft } from './commands/start-draft.ts';
import { submitDraft } from './commands/submit-draft.ts';
import { takeDraft } from './commands/take-draft.ts';
import type { DraftContent } from './model.ts';
import { draftFieldNames, emptyContent } from './rules/draft-fields.ts';

/** A person in the database, as an actor with these roles. */
export async function aPerson(
  db: Database,
  roles: readonly HeldRole[] = [],
  language: Language = 'en',
): Promise<Actor & { person: NonNullable<Actor['person']> }> {
  const email = `p-${randomUUID()}@town.example`;
  const { id } = await db
    .insertInto('person')
    .values({ email, email_verified: true, name: `Person ${email.slice(2, 6)}`, language })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
  return {
    ...visitor,
    person: { id: id as PersonId, name: `Person ${email.slice(2, 6)}`, email, language },
    roles,
  };
}

export const anEditor = (db: Database) => aPerson(db, [{ role: 'editor', scope: '' }]);

/** The context of a command of `actor`. Mails are written and not sent: nobody does the queue's jobs. */
export function contextOf(db: Database, actor: Actor, at = '2026-11-25T10:00:00Z'): ActContext {
  return {
    db,
    actor,
    clock: stoppedClock(at),
    queue: { send: () => Promise.resolve(true) },
    log: silentLog,
    origin: 'https://nacre.example',
    language: actor.person?.language ?? 'en',
  };
}

/** A draft to which nothing is missing: it stands on the seed's places and vocabulary. */
export const wholeContent: DraftContent = {
  ...emptyContent,
  title: 'Dziesmu kāpnes pie upes',
  teaser: 'Iedzīvotāji paši uzbūvē kāpnes, uz kurām vakaros dzied.',
  places: ['Rūjiena'],
  course: 'carried-out',
  yearStart: '2023',
  yearEnd: '2024',
  organiser: 'Kultūras biedrība',
  partners: 'Bibliotēka\nMūzikas skola',
  summary: 'Kopīgi uzbūvētas kāpnes kļuva par vietu dziedāšanai.',
  challenge: 'Jaunieši vakaros nezina, kurp iet.',
  whatWasDone: 'Trīs talkās uzbūvētas kāpnes; katru trešdienu dzied.',
  outcomes: 'Katru trešdienu nāk ap četrdesmit cilvēku.',
  outcomeEvidence: 'count',
  costEur: '4 500',
  concepts: ['challenge:youth-outmigration', 'culturalForm:music-singing'],
  sources: [{ title: 'Novada ziņas', url: 'https://www.valmierasnovads.lv/kapnes' }],
  consent: 'yes',
};

/** Begins a draft of `actor` and fills it. Returns its number. */
export async function aDraft(
  ctx: ActContext,
  content: Partial<DraftContent> = {},
  language: Language = 'lv',
  teamPlaceId: string | null = null,
): Promise<number> {
  const started = await startDraft(ctx, { token: randomUUID(), language, teamPlaceId, practiceId: null });
  if (!started.ok) throw new Error('the draft was not begun');
  const saved = await saveDraft(ctx, {
    draftId: started.value,
    base: 1,
    typed: { ...wholeContent, ...content },
    fields: draftFieldNames,
  });
  if (!saved.ok) throw new Error('the draft was not saved');
  return started.value;
}

/** Takes a draft from its writer through an editor's hands to its readers. Returns the practice's number. */
export async function published(writer: ActContext, editor: ActContext, draftId: number): Promise<number> {
  for (const done of [
    await submitDraft(writer, { draftId }),
    await takeDraft(editor, { draftId }),
    await publishDraft(editor, { draftId }),
  ])
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    else if (done.value.state === 'published' && done.value.practiceId !== null) return done.value.practiceId;
  throw new Error('not published');
}
