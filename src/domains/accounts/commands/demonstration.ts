import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { inventedTownIds, makeInventedTowns, removeInventedTowns } from '#domains/places/index.ts';
import type { SignIn } from '#services/sign-in/index.ts';
import type { HeldRole } from '../model.ts';
import type { PersonalRoom } from '../personal-room.ts';
import {
  deleteOffersOf,
  demonstrationPeople,
  demonstrationState,
  insertDemonstrationPerson,
} from '../store/demonstration.ts';
import { eraseEverywhere } from './erase-everywhere.ts';

/** An account to look around with; its password and secret are made of the site's own secret, and stand nowhere. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly role: string;
  readonly password: string;
  /** Of the authenticator app, in base32; null where the role needs none. */
  readonly totp: string | null;
}

interface Wanted {
  readonly as: string;
  readonly name: string;
  readonly held: HeldRole | null;
  readonly needsSecondFactor: boolean;
}

const wanted: readonly Wanted[] = [
  ...(['secretariat', 'editor'] as const).map((role) => ({ role, scope: '' })),
  { role: 'partner-editor', scope: 'demonstration' } as const,
  { role: 'translator', scope: 'lv' } as const,
  { role: 'mentor', scope: '' } as const,
  { role: 'contact-point', scope: 'LV' } as const,
  { role: 'committee', scope: 'demonstration' } as const,
  { role: 'juror', scope: 'demonstration' } as const,
].map((held) => ({
  as: held.role,
  name: `Demonstration: ${held.role}`,
  held,
  needsSecondFactor: ['secretariat', 'editor', 'committee', 'juror'].includes(held.role),
}));

// Without a role: it can ask for a town, and the secretariat confirm.
const officer: Wanted = {
  as: 'officer',
  name: 'Demonstration: officer',
  held: null,
  needsSecondFactor: false,
};

// The towns are invented and say so; readers never see them. Two, so that one team can try to look into the other's.
const inTowns = ([own, other]: readonly string[]): readonly Wanted[] =>
  own === undefined || other === undefined
    ? []
    : [
        ...(['town-owner', 'town-editor', 'town-commenter', 'town-viewer'] as const).map((role) => ({
          as: role,
          held: { role, scope: own },
        })),
        { as: 'other-town-owner', held: { role: 'town-owner' as const, scope: other } },
      ].map(({ as, held }) => ({ as, name: `Demonstration: ${as}`, held, needsSecondFactor: false }));

const addressOf = (as: string): string => `${as}@pearl.example`;

/**
 * Makes the demonstration accounts, one a role, and the invented towns of their teams, unless they were made before or removed; none then. Their addresses end in `.example`,
 * which no mail reaches. What they sign in with is the same at every start of this site, and of no other.
 */
export async function makeDemonstration(
  db: Database,
  signIn: SignIn,
): Promise<readonly DemonstrationAccount[]> {
  await db.transaction().execute(async (trx) => {
    const state = await demonstrationState(trx);
    if (state === 'there' || state === 'removed') return;
    const ofTowns = inTowns(await makeInventedTowns(trx));
    for (const { as, name, held, needsSecondFactor } of state === 'none'
      ? [...wanted, officer, ...ofTowns]
      : ofTowns) {
      const personId = await insertDemonstrationPerson(trx, { email: addressOf(as), name, held });
      await signIn.equip(trx, personId, addressOf(as), needsSecondFactor);
    }
  });
  const everyone = [...wanted, officer, ...inTowns(await inventedTownIds(db))];
  const there = new Set((await demonstrationPeople(db)).map(({ email }) => email));
  return everyone
    .filter(({ as }) => there.has(addressOf(as)))
    .map(({ as, needsSecondFactor }) => {
      const { password, totp } = signIn.demonstrationKeys(addressOf(as));
      return { email: addressOf(as), role: as, password, totp: needsSecondFactor ? totp : null };
    });
}

/** Who and what the demonstration is made of, for the rooms that hold what these made. */
export interface Demonstration {
  readonly people: readonly number[];
  readonly towns: readonly string[];
}

export async function readDemonstration(db: Database): Promise<Demonstration> {
  return { people: (await demonstrationPeople(db)).map(({ id }) => id), towns: await inventedTownIds(db) };
}

/**
 * Removes the demonstration accounts as an erasure would, for good, and the invented towns with their teams, in a transaction in which the
 * other rooms have let go of both. Returns how many accounts.
 */
export async function removeDemonstrationAccounts(
  trx: Database,
  clock: Clock,
  rooms: readonly PersonalRoom[],
): Promise<number> {
  const people = await demonstrationPeople(trx);
  const towns = await inventedTownIds(trx);
  await deleteOffersOf(
    trx,
    people.map(({ id }) => id),
    towns,
  );
  for (const { id, email } of people) {
    const by = { actor: { personId: null, name: null, role: 'system' }, at: clock.now() };
    await eraseEverywhere(trx, { id, email }, by, rooms);
  }
  await removeInventedTowns(trx);
  return people.length;
}
