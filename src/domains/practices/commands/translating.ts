import type { ActContext } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { done, refuse, type Result } from '#platform/result.ts';
import type { TranslationContent, TranslationOrigin } from '../model.ts';
import { translatesAs, type TranslationAct } from '../policy.ts';
import { textOf, versionOfText, type TextFacts } from '../queries/text-version.ts';
import { holdPublished } from '../store/care.ts';
import { practicesById } from '../store/practices.ts';
import {
  addTranslationVersion,
  beginTranslation,
  translationVersion,
  type TextKey,
} from '../store/translations.ts';

/** A text that is held until the transaction ends. */
export type Held = TextFacts;

/** Holds a practice's text in a language: undefined where the practice is not published. Whoever else writes about the practice waits. */
export async function holdText(trx: Database, key: TextKey): Promise<Held | undefined> {
  if (!(await holdPublished(trx, key.practiceId))) return undefined;
  const [practice] = await practicesById(trx, [key.practiceId]);
  return textOf(trx, practice, key);
}

/** The same for an act of somebody's, with the part in which they do it. */
export async function holdFor(
  trx: Database,
  ctx: ActContext,
  act: TranslationAct,
  key: TextKey,
): Promise<Result<Held & { as: string }>> {
  const held = await holdText(trx, key);
  if (!held) return refuse({ reasons: [{ key: 'contribute_refused_gone' }] });
  const as = translatesAs(ctx.actor, act, { ...held.practice, language: key.language });
  if (as === null) return refuse({ reasons: [{ key: 'contribute_refused_part' }] });
  if (held.given?.state === 'original') return refuse({ reasons: [{ key: 'translate_refused_original' }] });
  return done({ ...held, as });
}

/** Writes the next version of a text that is held; returns its number. */
export async function writeTextVersion(
  trx: Database,
  ctx: Pick<ActContext, 'clock'> & Partial<Pick<ActContext, 'actor'>>,
  held: Held,
  { content, origin }: { content: TranslationContent; origin: TranslationOrigin },
): Promise<number> {
  const at = ctx.clock.now();
  const newest = held.translation?.version ?? 0;
  await beginTranslation(trx, held, at);
  // What readers had is kept as the version that the first writer saw: what was changed since is told from it.
  if (newest === 0) {
    const seen = await versionOfText(trx, held, 0);
    if (!(await translationVersion(trx, held, 0)))
      await addTranslationVersion(trx, held, { ...seen, authorId: null, at: seen.writtenAt });
  }
  const number = newest + 1;
  const authorId = origin === 'person' ? (ctx.actor?.person?.id ?? null) : null;
  await addTranslationVersion(trx, held, { number, origin, authorId, at, content });
  return number;
}

type Noted = {
  act: `translation.${'save' | 'publish' | 'ask-machine' | 'machine'}`;
  as: string;
  before?: object;
  after?: object;
};

/** Notes an act on a text, last in its transaction. */
export async function auditText(
  trx: Database,
  ctx: Pick<ActContext, 'clock'> & Partial<Pick<ActContext, 'actor'>>,
  { practiceId, language }: TextKey,
  { act, as, before, after = {} }: Noted,
): Promise<void> {
  const person = ctx.actor?.person;
  await appendAudit(trx, {
    act,
    subject: { kind: 'practice', id: practiceId },
    actor: { personId: person?.id ?? null, name: person?.name ?? null, role: as },
    ...(before && { before }),
    after: { language, ...after },
    at: ctx.clock.now(),
  });
}
