import { conceptsIn } from '#domains/vocabulary/index.ts';
import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { contentSchema } from '../forms/contribute/content.ts';
import type { Draft, DraftVersion } from '../model.ts';
import { may, mayRead } from '../policy.ts';
import { emptyContent } from '../rules/draft-fields.ts';
import { differences, type FieldDifference } from '../rules/field-text.ts';
import { draftById, versionsOf } from '../store/drafts.ts';

/** Most versions on a page; of older ones the differences are not looked at any more. */
const MOST = 30;

export type DraftHistory = {
  draft: Draft;
  title: string;
  mayRestore: boolean;
  versions: (Omit<DraftVersion, 'content' | 'changed'> & { differences: FieldDifference[] })[];
};

/** The versions of a draft, each with what it changed, the newest first; undefined for who may not read it. */
export async function draftVersions(
  db: Database,
  actor: Actor,
  id: number,
  language: Language,
): Promise<DraftHistory | undefined> {
  const draft = await draftById(db, id);
  if (!draft || !mayRead(actor, draft)) return undefined;
  const labels = new Map<string, string>((await conceptsIn(db, language)).map((c) => [c.id, c.label]));
  const versions = (await versionsOf(db, id, MOST + 1)).map((version) => ({
    ...version,
    content: contentSchema.parse(version.content),
  }));
  return {
    draft,
    title: versions[0]?.content.title ?? '',
    mayRestore: may(actor, 'restore', draft).ok,
    versions: versions
      .slice(0, MOST)
      .map(({ content, number, authorId, authorName, writtenAt, restoredFrom }, n) => ({
        number,
        authorId,
        authorName,
        writtenAt,
        restoredFrom,
        differences: differences(
          versions[n + 1]?.content ?? emptyContent,
          content,
          (concept) => labels.get(concept) ?? concept,
        ),
      })),
  };
}
