import { readTown } from '#domains/places/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { inLanguage, type Language } from '#services/i18n/index.ts';
import type { ActContext } from '../act-context.ts';
import { roles, type HeldRole, type PersonId } from '../model.ts';
import { heldGrants } from '../store/role-grants.ts';
import { roleName } from './scopes.ts';

/** A town that has one owner only, and who else is in its team. */
export interface SoleTown {
  readonly id: string;
  readonly name: string;
  readonly team: readonly { readonly personId: number; readonly name: string; readonly rank: string }[];
}

const order = Object.keys(roles);
const rank = ({ role }: HeldRole): number => order.indexOf(role);

/** The towns that would have no owner without this person, with who is in their teams, the highest rank first. */
export async function soleTowns(db: Database, personId: number, language: Language): Promise<SoleTown[]> {
  const owned = await heldGrants(db, { personId, role: 'town-owner' });
  const towns: SoleTown[] = [];
  for (const { scope } of owned) {
    const team = (await heldGrants(db, { scope })).filter(({ role }) => roles[role].scope === 'place');
    const others = team.filter((grant) => grant.personId !== personId);
    if (others.some(({ role }) => role === 'town-owner')) continue;
    towns.push({
      id: scope,
      name: (await readTown(db, scope, language))?.displayName ?? scope,
      team: others
        .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
        .map(({ personId: id, personName, personEmail, role }) => ({
          personId: id,
          name: personName || personEmail,
          rank: inLanguage(language, () => roleName(role)),
        })),
    });
  }
  return towns;
}

/** The same of the actor; none for a visitor. */
export const ownSoleTowns = async ({
  db,
  actor,
  language,
}: Pick<ActContext, 'db' | 'actor' | 'language'>): Promise<SoleTown[]> =>
  actor.person === null ? [] : soleTowns(db, actor.person.id, language);

/** Who else writes in a town's name, owners first: to whom what somebody of the team looked after passes. */
export async function otherWriters(db: Database, placeId: string, besides: PersonId): Promise<PersonId[]> {
  const writers = (await heldGrants(db, { scope: placeId })).filter(
    ({ role, personId }) => (role === 'town-owner' || role === 'town-editor') && personId !== besides,
  );
  return writers
    .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
    .map(({ personId }) => personId as PersonId);
}
