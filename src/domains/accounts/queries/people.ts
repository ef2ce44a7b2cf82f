import type { ActContext } from '../act-context.ts';
import { roles, type HeldRole } from '../model.ts';
import { may } from '../policy.ts';
import { findPeople, PEOPLE_PAGE_SIZE, personById, type PersonLine } from '../store/people.ts';
import { heldGrants, type Grant } from '../store/role-grants.ts';
import { roleText } from './scopes.ts';

/** What a query needs of the context of an act. */
export type Asking = Pick<ActContext, 'db' | 'actor' | 'language' | 'clock'>;

/** A role with its name in the reader's language. */
export type NamedRole = HeldRole & { readonly label: string };

export interface PeoplePage {
  readonly people: readonly (Omit<PersonLine, 'roles'> & { readonly roles: readonly NamedRole[] })[];
  readonly total: number;
  readonly pageCount: number;
}

const named = async <Held extends HeldRole>(
  { db, language }: Asking,
  held: readonly Held[],
): Promise<(Held & NamedRole)[]> =>
  Promise.all(held.map(async (one) => ({ ...one, label: await roleText(db, one, language) })));

/** People by words of their name or address; null: the actor may not read it. */
export async function listPeople(
  asking: Asking,
  question: { words: readonly string[]; role: string | undefined; page: number },
): Promise<PeoplePage | null> {
  if (!may(asking.actor, 'people.read')) return null;
  const { people, total } = await findPeople(asking.db, question);
  return {
    people: await Promise.all(
      people.map(async (person) => ({ ...person, roles: await named(asking, person.roles) })),
    ),
    total,
    pageCount: Math.max(1, Math.ceil(total / PEOPLE_PAGE_SIZE)),
  };
}

export interface PersonPage {
  readonly person: PersonLine;
  readonly grants: readonly (Grant & NamedRole)[];
}

/** One person with the roles held; null: there is none, or the actor may not know. */
export async function readPerson(asking: Asking, id: number): Promise<PersonPage | null> {
  if (!may(asking.actor, 'people.read')) return null;
  const person = await personById(asking.db, id);
  if (!person) return null;
  return { person, grants: await named(asking, await heldGrants(asking.db, { personId: id })) };
}

export interface Team {
  readonly members: readonly (Grant & NamedRole)[];
  /** Whether the actor may invite and revoke. */
  readonly mayManage: boolean;
}

/** Who is in a town's team, owners first; null: the actor may not know. */
export async function readTeam(asking: Asking, placeId: string): Promise<Team | null> {
  const { db, actor } = asking;
  if (!may(actor, 'team.read', { scope: placeId })) return null;
  const held = (await heldGrants(db, { scope: placeId })).filter(({ role }) => roles[role].scope === 'place');
  const order = Object.keys(roles);
  const sorted = held.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.id - b.id);
  return {
    members: await named(asking, sorted),
    mayManage: may(actor, 'role.grant', { role: 'town-viewer', scope: placeId }),
  };
}
