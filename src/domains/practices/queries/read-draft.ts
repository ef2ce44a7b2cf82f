import type { Actor } from '#domains/accounts/index.ts';
import type { Concept } from '#domains/vocabulary/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import type { Draft, DraftContent, DraftNotes, DraftVersion, ShownPicture } from '../model.ts';
import { may, mayRead } from '../policy.ts';
import type { DraftProblem } from '../rules/draft-problems.ts';
import { draftActs, type DraftAct } from '../rules/workflow.ts';
import { notesOf } from '../store/draft-notes.ts';
import { draftById, versionOf } from '../store/drafts.ts';
import { slugById } from '../store/practices.ts';
import { draftWords } from './draft-words.ts';

export type DraftView = {
  draft: Draft;
  content: DraftContent;
  /** Who wrote the newest version, and when. */
  newest: Pick<DraftVersion, 'authorName' | 'writtenAt'>;
  placeIds: string[];
  /** The draft's topics in the reader's language. */
  concepts: Concept[];
  pictures: ShownPicture[];
  problems: DraftProblem[];
  notes: DraftNotes;
  /** What the actor may do to it now. */
  allowed: DraftAct[];
  /** Where what is published of it stands. */
  slug: string | null;
};

/** A draft as the actor sees it; undefined where there is none that the actor may read, and nobody learns which. */
export async function readDraft(
  db: Database,
  actor: Actor,
  id: number,
  language: Language,
): Promise<DraftView | undefined> {
  const draft = await draftById(db, id);
  if (!draft || !mayRead(actor, draft)) return undefined;
  const version = await versionOf(db, id, draft.version);
  if (!version) return undefined;
  const content = contentSchema.parse(version.content);
  return {
    draft,
    content,
    newest: { authorName: version.authorName, writtenAt: version.writtenAt },
    ...(await draftWords(db, content, language)),
    notes: await notesOf(db, id),
    allowed: draftActs.filter((act) => may(actor, act, draft).ok),
    slug: draft.practiceId === null ? null : ((await slugById(db, draft.practiceId)) ?? null),
  };
}
