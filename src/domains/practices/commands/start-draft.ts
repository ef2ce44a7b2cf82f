import { placeName, placesById } from '#domains/places/index.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { countryName, type Language } from '#services/i18n/index.ts';
import { countAttempt, type Limit } from '#services/sign-in/index.ts';
import type { DraftContent, Practice } from '../model.ts';
import { mayCare, mayRead, mayStart, mayWriteFor } from '../policy.ts';
import { changedFields, emptyContent } from '../rules/draft-fields.ts';
import { draftOfPractice } from '../rules/draft-of-practice.ts';
import { addVersion, draftByToken, insertDraft, openDraftOf, untouchedDraft } from '../store/drafts.ts';
import { allowPictures } from '../store/pictures.ts';
import { practicesById } from '../store/practices.ts';
import { auditDraft } from './draft-audit.ts';

export type StartDraft = {
  /** Of the form: the same one twice begins one draft. */
  token: string;
  language: Language;
  /** The town whose team writes it, or null. */
  teamPlaceId: string | null;
  /** The published practice that is changed, or null for a new one. */
  practiceId: number | null;
};

/** More than anybody writes in a day, and far less than would fill the database. */
const perPerson: Limit = { most: 50, seconds: 86_400 };

const no = (key: string): Refusal => ({ reasons: [{ key }] });

/**
 * Begins a draft, empty or of a published practice; returns its number. Where one is open already, that one; and where the person has begun
 * one in which nothing is written yet, that one too: who goes back and presses the button again wants no second.
 */
export async function startDraft(ctx: ActContext, input: StartDraft): Promise<Result<number>> {
  const { actor, db } = ctx;
  if (!mayStart(actor)) return refuse(no('contribute_refused_visitor'));
  if (input.teamPlaceId !== null && !mayWriteFor(actor, input.teamPlaceId))
    return refuse(no('contribute_refused_part'));
  const [practice] = input.practiceId === null ? [] : await practicesById(db, [input.practiceId]);
  if (input.practiceId !== null) {
    if (practice?.state !== 'published') return refuse(no('contribute_refused_gone'));
    if (!mayCare(actor, practice)) return refuse(no('contribute_refused_part'));
  }
  // Pressed twice it counts once.
  if (await draftByToken(db, input.token)) return existing(ctx, input);
  if (actor.person && (await countAttempt(db, `draft-start|${actor.person.id}`, perPerson)) !== null)
    return refuse(no('contribute_refused_many'));
  const started = await db.transaction().execute((trx) => start(trx, ctx, input, practice));
  return started === null ? existing(ctx, input) : done(started);
}

async function start(
  trx: Database,
  ctx: ActContext,
  input: StartDraft,
  practice: Practice | undefined,
): Promise<number | null> {
  const at = ctx.clock.now();
  const ownerId = ctx.actor.person?.id ?? null;
  const teamPlaceId = practice ? practice.teamPlaceId : input.teamPlaceId;
  const language = practice?.originalLanguage ?? input.language;
  const untouched = practice ? undefined : await untouchedDraft(trx, { ownerId, teamPlaceId, language });
  if (untouched) return untouched.id;
  const id = await insertDraft(trx, {
    practiceId: input.practiceId,
    language,
    // A published practice keeps its owner, whoever changes it.
    ownerId: practice?.ownerId ?? ownerId,
    teamPlaceId,
    token: input.token,
    at,
  });
  if (id === null) return null;
  const content = practice ? await contentOf(trx, practice) : emptyContent;
  const changed = changedFields(emptyContent, content);
  await addVersion(trx, id, { number: 1, authorId: ownerId, at, content, changed });
  await allowPictures(
    trx,
    id,
    content.pictures.map(({ digest }) => digest),
  );
  const after = { language, practiceId: input.practiceId, teamPlaceId };
  await auditDraft(trx, ctx, { ownerId, teamPlaceId }, { act: 'draft.start', id, after });
  return id;
}

async function contentOf(db: Database, practice: Practice): Promise<DraftContent> {
  const places = await placesById(db, practice.placeIds);
  const language = practice.originalLanguage;
  return draftOfPractice(
    practice,
    practice.placeIds.flatMap((id) => {
      const place = places.get(id);
      return place ? [`${placeName(place, language)}, ${countryName(place.countryCode, language)}`] : [];
    }),
  );
}

async function existing({ db, actor }: ActContext, input: StartDraft): Promise<Result<number>> {
  const draft =
    (await draftByToken(db, input.token)) ??
    (input.practiceId === null ? undefined : await openDraftOf(db, input.practiceId));
  return draft && mayRead(actor, draft) ? done(draft.id) : refuse(no('contribute_refused_open'));
}
