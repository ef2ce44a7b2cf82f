import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#services/i18n/index.ts';
import type { ActContext } from '#domains/accounts/index.ts';
import { paths } from '#ui/paths.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** Where somebody comes back to after signing in: a page, never what a form does. */
const pageOf = ({ url, request }: Event): string =>
  request.method === 'GET' ? url.pathname + url.search : url.pathname;

/** The context of a signed-in person; a visitor is led to sign in and back. */
export function signedIn(event: Event): ActContext {
  const { actor, language } = event.locals;
  if (actor.person === null) redirect(303, paths.signIn(language, pageOf(event)));
  return event.locals.act();
}

/**
 * The context of somebody of the secretariat. A visitor is led to sign in, and one whose role waits for the second factor to that: both
 * for every address below /secretariat, whether there is something or not. Everybody else gets "not found" (404, not 403): whether a person
 * or a request of that number exists is nothing they should learn.
 */
export function ofSecretariat(event: Event): ActContext {
  const { actor, language } = event.locals;
  const act = signedIn(event);
  if (actor.roles.some(({ role }) => role === 'secretariat')) return act;
  if (!actor.rolesWaiting.some(({ role }) => role === 'secretariat')) error(404, m.ui_error_404_title());
  const leadOn = actor.secondFactor === 'enrolled' ? paths.signInSecondFactor : paths.secondFactor;
  redirect(303, leadOn(language, pageOf(event)));
}

/** What a query found; "not found" where there is nothing, or nothing for this reader. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) error(404, m.ui_error_404_title());
  return value;
}

/** The number in an address; "not found" for everything else. */
export const numberOf = (text: string): number => found(/^\d{1,15}$/.test(text) ? Number(text) : null);
