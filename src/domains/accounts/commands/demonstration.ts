import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import type { SignIn } from '#services/sign-in/index.ts';
import type { HeldRole } from '../model.ts';
import type { PersonalRoom } from '../personal-room.ts';
import { demonstrationPeople, hasDemonstration, insertDemonstrationPerson } from '../store/demonstration.ts';
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

// No town is invented for it: an invented one would stand among the real ones. It can ask for a town, and the secretariat confirm.
const officer: Wanted = {
  as: 'officer',
  name: 'Demonstration: officer',
  held: null,
  needsSecondFactor: false,
};

const addressOf = (as: string): string => `${as}@pearl.example`;

/**
 * Makes the demonstration accounts, one a role, unless they were made before or removed; none then. Their addresses end in `.example`,
 * which no mail reaches. What they sign in with is the same at every start of this site, and of no other.
 */
export async function makeDemonstration(
  db: Database,
  signIn: SignIn,
): Promise<readonly DemonstrationAccount[]> {
  const everyone = [...wanted, officer];
  await db.transaction().execute(async (trx) => {
    if (await hasDemonstration(trx)) return;
    for (const { as, name, held, needsSecondFactor } of everyone) {
      const personId = await insertDemonstrationPerson(trx, { email: addressOf(as), name, held });
      await signIn.equip(trx, personId, addressOf(as), needsSecondFactor);
    }
  });
  const there = new Set((await demonstrationPeople(db)).map(({ email }) => email));
  return everyone
    .filter(({ as }) => there.has(addressOf(as)))
    .map(({ as, needsSecondFactor }) => {
      const { password, totp } = signIn.demonstrationKeys(addressOf(as));
      return { email: addressOf(as), role: as, password, totp: needsSecondFactor ? totp : null };
    });
}

/** Removes the demonstration accounts as an erasure would, for good. Returns how many. */
export async function removeDemonstration(
  db: Database,
  clock: Clock,
  rooms: readonly PersonalRoom[],
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const people = await demonstrationPeople(trx);
    for (const { id, email } of people) {
      const by = { actor: { personId: null, name: null, role: 'system' }, at: clock.now() };
      await eraseEverywhere(trx, { id, email }, by, rooms);
    }
    return people.length;
  });
}
