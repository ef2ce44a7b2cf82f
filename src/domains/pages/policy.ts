import type { Actor } from '#domains/accounts/index.ts';

/** Whether the actor may do it. */
export function may(actor: Pick<Actor, 'roles'>, act: 'settings.change' | 'privacy.read'): boolean {
  return act === 'privacy.read' || actor.roles.some(({ role }) => role === 'secretariat');
}
