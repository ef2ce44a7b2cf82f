import type { PageServerLoad } from './$types';
import { privacyPage } from '#domains/pages/index.ts';
import { found } from '../signed-in.ts';

// Not found while nobody is named who answers for personal data.
export const load: PageServerLoad = async ({ locals: { db, settings } }) => ({
  ...found(await privacyPage(db)),
  /** Who is sent published texts to translate; null: nobody. */
  translator: settings.translation
    ? { provider: settings.translation.provider, host: settings.translation.host }
    : null,
});
