import type { Database } from '#platform/database/connect.ts';
import { documentSubjects, removeDocumentsAbout } from '#services/documents/index.ts';
import { parseIdentifier, practiceIdentifier } from '../rules/identifier.ts';
import { publishedAmong } from '../store/published.ts';

/** Removes the PDFs of these practices and the booklets that hold any of them, in the transaction that withdraws them. */
export async function withdrawDocuments(trx: Database, ids: readonly number[]): Promise<void> {
  await removeDocumentsAbout(trx, ids.map(practiceIdentifier));
}

/** The same for all practices that are not published, or no more. Returns how many documents went. */
export async function withdrawDocumentsOfOthers(trx: Database): Promise<number> {
  const ids = (await documentSubjects(trx)).flatMap((subject) => parseIdentifier(subject) ?? []);
  const published = new Set(await publishedAmong(trx, ids));
  return await removeDocumentsAbout(trx, ids.filter((id) => !published.has(id)).map(practiceIdentifier));
}
