import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { languages, type Language } from '#services/i18n/languages.ts';
import type { ConceptWords } from '../model.ts';
import type { BroaderEdge } from '../rules/broader.ts';

/** A new concept, last in its scheme. */
export async function insertConcept(trx: Database, schemeId: string, code: string): Promise<string> {
  const { id } = await trx
    .insertInto('concept')
    .values({
      id: `${schemeId}:${code}`,
      scheme_id: schemeId,
      code,
      position: sql<number>`(select coalesce(max(position), -1) + 1 from concept where scheme_id = ${schemeId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Writes the words of a concept where they differ from `before`. Rows that stay as they are are not touched: the seed goes on looking
 * after those.
 */
export async function writeWords(
  trx: Database,
  id: string,
  before: Record<Language, ConceptWords>,
  after: Record<Language, ConceptWords>,
): Promise<void> {
  for (const language of languages) {
    const [old, now] = [before[language], after[language]];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    const at = (eb: 'concept_label' | 'concept_term') =>
      trx.deleteFrom(eb).where('concept_id', '=', id).where('language', '=', language).execute();
    if (now.label === '') {
      await at('concept_term');
      await at('concept_label');
      continue;
    }
    if (old.label !== now.label || old.scopeNote !== now.scopeNote)
      await trx
        .insertInto('concept_label')
        .values({ concept_id: id, language, label: now.label, scope_note: now.scopeNote })
        .onConflict((conflict) =>
          conflict
            .columns(['concept_id', 'language'])
            .doUpdateSet({ label: now.label, scope_note: now.scopeNote }),
        )
        .execute();
    const { synonyms, spoken } = now;
    if (JSON.stringify([old.synonyms, old.spoken]) !== JSON.stringify([synonyms, spoken]))
      await trx
        .insertInto('concept_term')
        .values({ concept_id: id, language, synonyms, spoken })
        .onConflict((conflict) =>
          conflict.columns(['concept_id', 'language']).doUpdateSet({ synonyms, spoken }),
        )
        .execute();
  }
}

/** Puts the concept under these and no others. */
export async function writeBroader(trx: Database, id: string, broader: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('concept_broader')
    .where('concept_id', '=', id)
    .$if(broader.length > 0, (query) => query.where('broader_id', 'not in', broader))
    .execute();
  await addEdges(
    trx,
    broader.map((broaderId) => ({ conceptId: id, broaderId })),
  );
}

async function addEdges(trx: Database, edges: readonly BroaderEdge[]): Promise<void> {
  if (edges.length === 0) return;
  await trx
    .insertInto('concept_broader')
    .values(edges.map(({ conceptId, broaderId }) => ({ concept_id: conceptId, broader_id: broaderId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function setRetired(trx: Database, id: string, at: Date | null): Promise<void> {
  await trx.updateTable('concept').set({ retired_at: at }).where('id', '=', id).execute();
}

/**
 * Takes a concept away whose words, practices and edges another has by now, and remembers its id as a former one of that. What the
 * editors read of a challenge's dimensions goes along.
 */
export async function replaceConcept(
  trx: Database,
  from: string,
  into: string,
  edges: readonly BroaderEdge[],
): Promise<void> {
  await sql`insert into challenge_dimension (challenge_id, dimension_id, reason)
    select ${into}, dimension_id, reason from challenge_dimension where challenge_id = ${from}
    on conflict do nothing`.execute(trx);
  await sql`delete from concept_broader b where not exists (
    select from unnest(${edges.map((edge) => edge.conceptId)}::text[], ${edges.map((edge) => edge.broaderId)}::text[])
      as kept (concept_id, broader_id)
    where kept.concept_id = b.concept_id and kept.broader_id = b.broader_id)`.execute(trx);
  await trx
    .updateTable('concept_former_id')
    .set({ concept_id: into })
    .where('concept_id', '=', from)
    .execute();
  await trx.deleteFrom('concept').where('id', '=', from).execute();
  await addEdges(trx, edges);
  await trx.insertInto('concept_former_id').values({ id: from, concept_id: into }).execute();
}
