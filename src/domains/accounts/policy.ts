import { roles, type Actor, type HeldRole } from './model.ts';
import { holds, inTeam, type TownRole } from './rules/roles.ts';

/** As what somebody may do something: for the page, and for the line of the audit log. */
export type ActsAs = 'secretariat' | TownRole | 'person';

/**
 * Every act of this room over others, and who may do it. A town's rank counts in that town and for its team's roles alone. What
 * persons do with their own account needs no more than being that person (rules/own-account.ts).
 */
export const acts = {
  'role.grant': ['secretariat', 'town-owner'],
  'role.revoke': ['secretariat', 'town-owner'],
  /** Giving up a role of one's own: what must not be given up is a rule, not a matter of who asks. */
  'role.leave': ['person'],
  'invitation.send': ['secretariat', 'town-owner'],
  'invitation.withdraw': ['secretariat', 'town-owner'],
  'invitation.accept': ['person'],
  'team.read': ['secretariat', 'town-viewer'],
  'claim.ask': ['person'],
  'claim.decide': ['secretariat'],
  'people.read': ['secretariat'],
  'sessions.end': ['secretariat'],
  'audit.read': ['secretariat'],
  'outbox.read': ['secretariat'],
} as const satisfies Record<string, readonly ActsAs[]>;

export type Act = keyof typeof acts;

/** What an act is about, where it is about a role or a town: `{ role, scope }`, or a town's `{ scope }` alone. */
export type ActSubject = Partial<HeldRole>;

const isOfTowns = ({ role }: ActSubject) => role === undefined || roles[role].scope === 'place';

/** As what the actor may do it; null: not at all. */
export function actsAs(actor: Actor, act: Act, subject: ActSubject = {}): ActsAs | null {
  const may = (as: ActsAs): boolean => {
    if (actor.person === null) return false;
    if (as === 'person') return true;
    if (as === 'secretariat') return holds(actor, as);
    return isOfTowns(subject) && subject.scope !== undefined && inTeam(actor, subject.scope, as);
  };
  return acts[act].find(may) ?? null;
}

/** Whether the actor may do it. */
export const may = (actor: Actor, act: Act, subject?: ActSubject): boolean =>
  actsAs(actor, act, subject) !== null;
