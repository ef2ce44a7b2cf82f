import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { HeldRole } from '../model.ts';

/** A person as the secretariat sees one in a list. */
export interface PersonLine {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isDemonstration: boolean;
  readonly createdAt: Date;
  /** When the newest session that is kept began; null: none is kept. */
  readonly lastSignedInAt: Date | null;
  readonly sessions: number;
  readonly roles: readonly HeldRole[];
}

export const PEOPLE_PAGE_SIZE = 50;

const lines = (db: Database) =>
  db
    .selectFrom('person as p')
    .where('p.erased_at', 'is', null)
    .select(['p.id', 'p.name', 'p.email', 'p.language', 'p.created_at as createdAt'])
    .select('p.is_demonstration as isDemonstration')
    .select([
      sql<Date | null>`(select max(created_at) from session where person_id = p.id)`.as('lastSignedInAt'),
      sql<number>`(select count(*)::int from session where person_id = p.id and expires_at > now())`.as(
        'sessions',
      ),
      sql<HeldRole[]>`coalesce((select jsonb_agg(jsonb_build_object('role', role, 'scope', scope) order by id)
        from role_grant where person_id = p.id and revoked_at is null), '[]')`.as('roles'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];
const noun = (row: Row): PersonLine => ({ ...row, language: row.language as Language });

/** What stands for itself in a LIKE. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Persons whose name or address holds every word, by name. */
export async function findPeople(
  db: Database,
  { words, role, page }: { words: readonly string[]; role?: string | undefined; page: number },
): Promise<{ people: PersonLine[]; total: number }> {
  const conditions = [
    sql`p.erased_at is null`,
    ...words.map(
      (word) => sql`(p.name ilike ${`%${literal(word)}%`} or p.email ilike ${`%${literal(word)}%`})`,
    ),
    ...(role === undefined
      ? []
      : [
          sql`exists (select from role_grant where person_id = p.id and revoked_at is null and role = ${role})`,
        ]),
  ];
  const where = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const rows = await lines(db)
    .where(where)
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .limit(PEOPLE_PAGE_SIZE)
    .offset((page - 1) * PEOPLE_PAGE_SIZE)
    .execute();
  const { total } = await db
    .selectFrom('person as p')
    .where(where)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return { people: rows.map(noun), total };
}

export async function personById(db: Database, id: number): Promise<PersonLine | undefined> {
  const row = await lines(db).where('p.id', '=', id).executeTakeFirst();
  return row && noun(row);
}

export async function personByEmail(db: Database, email: string): Promise<PersonLine | undefined> {
  const row = await lines(db).where('p.email', '=', email).executeTakeFirst();
  return row && noun(row);
}

/** Ends all sessions of a person; how many there were. */
export async function endSessions(trx: Database, personId: number): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Whether this is a demonstration world. */
export async function hasDemonstrationAccounts(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('is_demonstration', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
