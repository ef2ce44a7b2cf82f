import { sql } from 'kysely';
import type { PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PublishedForm } from '../rules/published-form.ts';
import { replacePictures } from './pictures.ts';

/** What stands beside the words. Days are YYYY-MM-DD. */
export type Publication = {
  language: Language;
  ownerId: PersonId | null;
  teamPlaceId: string | null;
  placeIds: readonly string[];
  on: string;
  at: Date;
};

const factsOf = (form: PublishedForm, { ownerId, teamPlaceId, on, at }: Publication) => ({
  course: form.course,
  year_start: form.yearStart,
  year_end: form.yearEnd,
  organiser: form.organiser,
  cost_eur: form.costEur,
  owner_id: ownerId,
  team_place_id: teamPlaceId,
  verified_on: on,
  asked_on: null,
  changed_at: at,
});

const textOf = ({ text }: PublishedForm) => ({
  title: text.title,
  teaser: text.teaser,
  summary: text.summary,
  challenge: text.challenge,
  what_was_done: text.whatWasDone,
  first_steps: text.firstSteps,
  what_went_wrong: text.whatWentWrong,
  outcomes: text.outcomes,
  outcome_evidence: text.outcomeEvidence,
  participants: text.participants,
  effort: text.effort,
  time_to_first_event: text.timeToFirstEvent,
  cost_note: text.costNote,
  funding: text.funding,
});

/** A new practice under the first free address that begins with `slug`. Returns its number. */
export async function insertPractice(
  trx: Database,
  slug: string,
  form: PublishedForm,
  publication: Publication,
): Promise<number> {
  // One after the other: two practices of one title would both find the same address free.
  await sql`select pg_advisory_xact_lock(hashtext('practice slug'))`.execute(trx);
  const { id } = await trx
    .insertInto('practice')
    .values({
      slug: await freeSlug(trx, slug),
      original_language: publication.language,
      licence: 'CC BY 4.0',
      published_on: publication.on,
      ...factsOf(form, publication),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('practice_text')
    .values({ practice_id: id, language: publication.language, state: 'original', ...textOf(form) })
    .execute();
  await writeParts(trx, id, form, publication);
  return id;
}

/** An address that no practice has or had. */
async function freeSlug(trx: Database, slug: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from practice where slug = ${slug} or slug ~ ${`^${slug}-[0-9]+$`}
    union all select slug from practice_former_slug where slug = ${slug} or slug ~ ${`^${slug}-[0-9]+$`}`.execute(
    trx,
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
}

/**
 * Puts a draft in the place of what is published. Address, number and day of publication stay. Words of other languages are not touched;
 * where the original's words changed, a translation that a person had checked is stale.
 */
export async function updatePractice(
  trx: Database,
  id: number,
  form: PublishedForm,
  publication: Publication,
): Promise<void> {
  await trx.updateTable('practice').set(factsOf(form, publication)).where('id', '=', id).execute();
  const before = await trx
    .selectFrom('practice_text')
    .selectAll()
    .where('practice_id', '=', id)
    .where('language', '=', publication.language)
    .executeTakeFirstOrThrow();
  const after = textOf(form);
  const isReworded = Object.entries(after).some(
    ([column, value]) => before[column as keyof typeof after] !== value,
  );
  await trx
    .updateTable('practice_text')
    .set(after)
    .where('practice_id', '=', id)
    .where('language', '=', publication.language)
    .execute();
  if (isReworded)
    await trx
      .updateTable('practice_text')
      .set({ state: 'stale', stale_since: publication.at })
      .where('practice_id', '=', id)
      .where('state', '=', 'reviewed')
      .execute();
  await writeParts(trx, id, form, publication);
}

async function writeParts(
  trx: Database,
  id: number,
  { conceptIds, partners, sources, pictures }: PublishedForm,
  { placeIds, on }: Publication,
): Promise<void> {
  const readOn = new Map(
    (
      await trx
        .selectFrom('practice_source')
        .select(['url', 'read_on'])
        .where('practice_id', '=', id)
        .execute()
    ).map((source) => [source.url, source.read_on]),
  );
  await trx.deleteFrom('practice_place').where('practice_id', '=', id).execute();
  await trx.deleteFrom('practice_concept').where('practice_id', '=', id).execute();
  await trx.deleteFrom('practice_partner').where('practice_id', '=', id).execute();
  await trx.deleteFrom('practice_source').where('practice_id', '=', id).execute();
  const numbered = <T>(list: readonly T[]) =>
    list.map((value, position) => ({ value, row: { practice_id: id, position } }));
  await trx
    .insertInto('practice_place')
    .values(numbered(placeIds).map(({ value, row }) => ({ ...row, place_id: value })))
    .execute();
  await trx
    .insertInto('practice_concept')
    .values(numbered(conceptIds).map(({ value, row }) => ({ ...row, concept_id: value })))
    .execute();
  if (partners.length > 0)
    await trx
      .insertInto('practice_partner')
      .values(numbered(partners).map(({ value, row }) => ({ ...row, name: value })))
      .execute();
  await trx
    .insertInto('practice_source')
    .values(
      numbered(sources).map(({ value, row }) => ({ ...row, ...value, read_on: readOn.get(value.url) ?? on })),
    )
    .execute();
  await replacePictures(trx, id, pictures);
}

/** Takes a practice from its readers; its address answers that it was withdrawn. */
export async function archivePractice(trx: Database, id: number, at: Date): Promise<void> {
  await trx.updateTable('practice').set({ state: 'archived', changed_at: at }).where('id', '=', id).execute();
}
