import type { Actor } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { PracticeCard } from '../model.ts';
import { mayBulk } from '../policy.ts';
import { importOf } from '../store/imports.ts';
import { checkTable, type AllSheetLabels, type CheckedDraft, type TableCheck } from './check-table.ts';
import { practiceCards } from './practice-cards.ts';

export type ImportView = {
  digest: string;
  fileName: string;
  checkedAt: Date;
  /** Where it was imported: when, and how many drafts there are of it. */
  made: { at: Date; drafts: number } | null;
  problems: TableCheck['problems'];
  drafts: (Pick<CheckedDraft, 'row' | 'language' | 'sameAs'> & {
    title: string;
    places: string[];
    similar: PracticeCard[];
  })[];
  shown: string;
};

/** A table that the actor had checked, checked anew; undefined where none is kept, or for nobody's eyes of this actor. */
export async function readImport(
  db: Database,
  actor: Actor,
  digest: string,
  labels: AllSheetLabels,
): Promise<ImportView | undefined> {
  if (actor.person === null || !mayBulk(actor, 'import')) return undefined;
  const kept = await importOf(db, actor.person.id, digest);
  if (!kept) return undefined;
  const { fileName, checkedAt, madeAt, draftCount } = kept;
  const view = { digest, fileName, checkedAt };
  // What was made is not likely but certainly there.
  if (madeAt !== null && draftCount !== null)
    return { ...view, made: { at: madeAt, drafts: draftCount }, problems: [], drafts: [], shown: '' };
  const { problems, drafts, shown } = await checkTable(db, kept.cells, labels);
  const ids = [...new Set(drafts.flatMap(({ similar }) => similar))];
  const cards = new Map((await practiceCards(db, ids, labels[0].language)).map((card) => [card.id, card]));
  return {
    ...view,
    made: null,
    problems,
    drafts: drafts.map(({ row, language, sameAs, content, similar }) => ({
      row,
      language,
      sameAs,
      title: content.title,
      places: content.places,
      similar: similar.flatMap((id) => cards.get(id) ?? []),
    })),
    shown,
  };
}
