import type { ActContext } from '#domains/accounts/index.ts';
import { keptUntilChange } from '#platform/changes/kept-until-change.ts';
import { noSettings, type SiteSettings } from '../model.ts';
import { may } from '../policy.ts';
import { keptFor, type KeptData } from '../rules/kept-data.ts';
import { readSettings, retentionPeriods } from '../store/settings.ts';

const known = keptUntilChange('settings', readSettings);

/** What the secretariat set, for every page's frame; nothing while the database does not answer: then another page says so. */
export const siteSettings = (db: ActContext['db']): Promise<SiteSettings> =>
  known(db).catch(() => noSettings);

/** The settings to be changed; null: the actor may not. */
export async function settingsToChange({
  db,
  actor,
}: Pick<ActContext, 'db' | 'actor'>): Promise<SiteSettings | null> {
  return may(actor, 'settings.change') ? readSettings(db) : null;
}

/** What the page on privacy says; null: it is not published, since nobody is named who answers for personal data. Anyone may read it. */
export async function privacyPage(
  db: ActContext['db'],
): Promise<{ controller: string; kept: readonly KeptData[] } | null> {
  const { controller } = await readSettings(db);
  return controller === null ? null : { controller, kept: keptFor(await retentionPeriods(db)) };
}
