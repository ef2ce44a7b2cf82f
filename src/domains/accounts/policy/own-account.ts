import { roles, type Actor } from '../model.ts';

/** What somebody may do to their own account. */
export const ownActs = [
  'sign-out',
  'change-profile',
  'change-password',
  'change-email',
  'end-sessions',
  'enrol-second-factor',
  'renew-recovery-codes',
  'remove-second-factor',
  'change-passkeys',
  'export',
  'erase',
] as const;
export type OwnAct = (typeof ownActs)[number];

/** What changes how somebody signs in, or hands out or ends all they have here: only shortly after signing in. */
const needingFreshSession: ReadonlySet<OwnAct> = new Set<OwnAct>([
  'change-password',
  'change-email',
  'enrol-second-factor',
  'renew-recovery-codes',
  'remove-second-factor',
  'change-passkeys',
  'export',
  'erase',
]);
export const needsFreshSession = (act: OwnAct): boolean => needingFreshSession.has(act);

type AskingActor = Pick<Actor, 'person' | 'roles' | 'rolesWaiting' | 'secondFactor'>;

/** Whether any role that the actor holds, counting or waiting, needs a second factor. */
export function needsSecondFactor({
  roles: counting,
  rolesWaiting,
}: Pick<Actor, 'roles' | 'rolesWaiting'>): boolean {
  return [...counting, ...rolesWaiting].some(({ role }) => roles[role].needsSecondFactor);
}

/**
 * Whether the actor may do this to their own account; never to another's. Who has a second factor gives it before changing how they sign
 * in: a stolen password alone must not be enough to lock its owner out.
 */
export function mayOwn(actor: AskingActor, act: OwnAct): boolean {
  if (!actor.person) return false;
  switch (act) {
    case 'sign-out':
    case 'change-profile':
    case 'end-sessions':
      return true;
    case 'renew-recovery-codes':
      return actor.secondFactor === 'given';
    case 'remove-second-factor':
      return actor.secondFactor === 'given' && !needsSecondFactor(actor);
    // Whoever signed in by a passkey has given a second factor and may have no app yet.
    case 'enrol-second-factor':
    case 'change-password':
    case 'change-email':
    case 'change-passkeys':
    case 'export':
    case 'erase':
      return actor.secondFactor !== 'enrolled';
  }
}
