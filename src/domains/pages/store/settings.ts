import type { Database } from '#platform/database/connect.ts';
import type { SiteSettings } from '../model.ts';
import { noSettings } from '../model.ts';

export async function readSettings(db: Database): Promise<SiteSettings> {
  const row = await db
    .selectFrom('site_setting')
    .select(['name', 'operator', 'contact', 'imprint', 'controller'])
    .executeTakeFirst();
  return row ?? noSettings;
}

/** As `readSettings`, and nobody else changes them until the end of the transaction. */
export async function lockSettings(trx: Database): Promise<SiteSettings> {
  const row = await trx
    .selectFrom('site_setting')
    .select(['name', 'operator', 'contact', 'imprint', 'controller'])
    .forUpdate()
    .executeTakeFirst();
  return row ?? noSettings;
}

export async function writeSettings(trx: Database, settings: SiteSettings, at: Date): Promise<void> {
  await trx
    .updateTable('site_setting')
    .set({ ...settings, changed_at: at })
    .execute();
}

/** How many days what is kept, by subject. */
export async function retentionPeriods(db: Database): Promise<Map<string, number>> {
  const rows = await db.selectFrom('retention_period').select(['subject', 'days']).execute();
  return new Map(rows.map(({ subject, days }) => [subject, days]));
}
