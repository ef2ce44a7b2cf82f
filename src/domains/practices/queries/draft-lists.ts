import type { Actor } from '#domains/accounts/index.ts';
import { readTeamTown } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/index.ts';
import { mayRead, mayReview } from '../policy.ts';
import { draftsInReview, draftsOf, type DraftEntry } from '../store/drafts.ts';

/** The drafts of the actor and of the actor's teams; none for a visitor. */
export async function ownDrafts(db: Database, actor: Actor): Promise<DraftEntry[]> {
  if (actor.person === null) return [];
  const places = actor.roles.filter(({ role }) => role.startsWith('town-')).map(({ scope }) => scope);
  const drafts = await draftsOf(db, actor.person.id, [...new Set(places)]);
  return drafts.filter((draft) => mayRead(actor, draft));
}

/** The towns in whose team's name the actor may write. */
export async function teamsOf(
  db: Database,
  actor: Actor,
  language: Language,
): Promise<{ id: string; name: string }[]> {
  const ids = actor.roles
    .filter(({ role }) => role === 'town-owner' || role === 'town-editor')
    .map(({ scope }) => scope);
  const towns = await Promise.all([...new Set(ids)].map((id) => readTeamTown(db, id, language)));
  return towns.flatMap((town) => (town ? [{ id: town.id, name: town.displayName }] : []));
}

/** What editors have before them; undefined for who is none. */
export async function reviewQueue(db: Database, actor: Actor): Promise<DraftEntry[] | undefined> {
  return mayReview(actor) ? draftsInReview(db) : undefined;
}
