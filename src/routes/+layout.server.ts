import type { LayoutServerLoad } from './$types';
import { siteSettings } from '#domains/pages/index.ts';
import { siteName } from '#ui/site-name.ts';
import { takeNote } from './[language=language]/shortlist/note.ts';

/** What every page's frame shows. */
export const load: LayoutServerLoad = async ({ locals, url, cookies }) => {
  // Before anything is awaited: a page that loads meanwhile may leave word for the next one.
  const note = takeNote(cookies, url);
  // What the secretariat set counts instead of what the environment says.
  const set = await siteSettings(locals.db);
  return {
    shortlist: locals.shortlist,
    // The name alone: what a page shows of a person it loads itself.
    person: locals.actor.person && { name: locals.actor.person.name },
    isOfSecretariat: locals.actor.roles.some(({ role }) => role === 'secretariat'),
    isSecondFactorMissing: locals.actor.rolesWaiting.length > 0,
    isEnrolled: locals.actor.secondFactor === 'enrolled',
    note,
    language: locals.language,
    notice: locals.settings.notice,
    origin: locals.settings.origin,
    siteName: set.name ?? siteName,
    operator: set.operator ?? locals.settings.operator,
    contact: set.contact ?? locals.settings.contact,
    imprint: set.imprint,
    /** Whether somebody is named who answers for personal data. */
    hasPrivacyPage: set.controller !== null,
    // It stands in each of nine links: an address longer than any of ours is not repeated there.
    path: url.search.length > 1500 ? url.pathname : url.pathname + url.search,
  };
};
