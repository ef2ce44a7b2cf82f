import type { HeldRole } from '../../../src/domains/accounts/index.ts';
import type { Database } from '../../../src/platform/database/connect.ts';
import { signedIn, type SignedIn } from '../../setup/signed-in.ts';

/** The town whose records are "own" to the four of its team, and one whose records are another town's to them. */
export const ownTown = 'rujiena';
export const otherTown = 'jakobstad';

const inTown = (role: HeldRole['role'], scope = ownTown): readonly HeldRole[] => [{ role, scope }];
const held = (role: HeldRole['role'], scope = ''): readonly HeldRole[] => [{ role, scope }];

/** Who asks: every role once, and those who have none yet, no session, or no second factor given. */
export const readerRoles = {
  visitor: [],
  person: [],
  writer: [],
  secretariat: held('secretariat'),
  'secretariat without app': held('secretariat'),
  'secretariat before code': held('secretariat'),
  editor: held('editor'),
  'editor before code': held('editor'),
  'partner editor': held('partner-editor', 'kulturkontakt'),
  translator: held('translator', 'lv'),
  mentor: held('mentor'),
  'contact point': held('contact-point', 'LV'),
  committee: held('committee', '2026'),
  juror: held('juror', '2026'),
  'town owner': inTown('town-owner'),
  'town editor': inTown('town-editor'),
  'town commenter': inTown('town-commenter'),
  'town viewer': inTown('town-viewer'),
  'owner elsewhere': inTown('town-owner', otherTown),
} as const satisfies Record<string, readonly HeldRole[]>;

export type Reader = keyof typeof readerRoles;
export const readers = Object.keys(readerRoles) as Reader[];
/** Those who are signed in. */
export const signedInReaders = readers.filter((reader) => reader !== 'visitor');
export const team: readonly Reader[] = ['town owner', 'town editor', 'town commenter', 'town viewer'];
export const teamWriters: readonly Reader[] = ['town owner', 'town editor'];

/** Whose role waits, and for what. */
const waiting: Partial<Record<Reader, 'without app' | 'before code'>> = {
  'secretariat without app': 'without app',
  'secretariat before code': 'before code',
  'editor before code': 'before code',
};

/** One account for each reader but the visitor, each with a session. */
export async function signInAll(db: Database, secret: string): Promise<Map<Reader, SignedIn>> {
  const accounts = new Map<Reader, SignedIn>();
  for (const reader of signedInReaders) {
    const account = await signedIn(db, secret, `Reader ${reader}`, {
      roles: readerRoles[reader],
      isSecondFactorGiven: waiting[reader] === undefined,
    });
    if (waiting[reader] === 'before code')
      await db.updateTable('person').set({ two_factor_enabled: true }).where('id', '=', account.id).execute();
    accounts.set(reader, account);
  }
  return accounts;
}
