import type { Actor, HeldRole, PersonId } from '#domains/accounts/index.ts';
import type { Verdict } from '#platform/result.ts';
import type { Draft } from './model.ts';
import { workflow, type DraftAct, type DraftPart } from './rules/workflow.ts';

type Who = Pick<Actor, 'person' | 'roles'>;
/** What is decided by: no content. */
export type DraftFacts = Pick<Draft, 'state' | 'ownerId' | 'teamPlaceId'>;
export type PracticeFacts = { ownerId: PersonId | null; teamPlaceId: string | null };

const isOneOf = (held: HeldRole, roles: readonly HeldRole['role'][], scope: string): boolean =>
  roles.includes(held.role) && held.scope === scope;

function inTeamAs(actor: Who, placeId: string | null, roles: readonly HeldRole['role'][]): boolean {
  return placeId !== null && actor.roles.some((held) => isOneOf(held, roles, placeId));
}

const isOwner = (actor: Who, facts: PracticeFacts): boolean =>
  actor.person !== null && facts.ownerId !== null && actor.person.id === facts.ownerId;

/** Whether it is theirs to write: the owner's, and the team's editors'. */
const isWriter = (actor: Who, facts: PracticeFacts): boolean =>
  actor.person !== null &&
  (isOwner(actor, facts) || inTeamAs(actor, facts.teamPlaceId, ['town-owner', 'town-editor']));

const isEditor = (actor: Who): boolean =>
  actor.person !== null && actor.roles.some(({ role }) => role === 'editor');
const isSecretariat = (actor: Who): boolean =>
  actor.person !== null && actor.roles.some(({ role }) => role === 'secretariat');

const no = (key: string): Verdict => ({ ok: false, reasons: [{ key }] });

/** Begin a draft: anybody signed in, for whoever has an account has confirmed an e-mail address. */
export const mayStart = (actor: Who): boolean => actor.person !== null;

/** In whose team's name a draft may be begun. */
export const mayWriteFor = (actor: Who, placeId: string): boolean =>
  actor.person !== null && inTeamAs(actor, placeId, ['town-owner', 'town-editor']);

/** Read a draft, its versions and notes: those who write it, the whole team, and those who decide. */
export function mayRead(actor: Who, draft: DraftFacts): boolean {
  if (actor.person === null) return false;
  if (isWriter(actor, draft)) return true;
  if (inTeamAs(actor, draft.teamPlaceId, ['town-commenter', 'town-viewer'])) return true;
  // What nobody has submitted is nobody else's to read.
  const isHandedIn = draft.state !== 'draft' && draft.state !== 'withdrawn';
  return isHandedIn && (isEditor(actor) || isSecretariat(actor));
}

/** See the queue of what was submitted. */
export const mayReview = (actor: Who): boolean => isEditor(actor) || isSecretariat(actor);

/** The acts on many practices at once. `export`: see what columns there are, take a template or all that is published along. */
export const bulkActs = ['export', 'import'] as const;
export type BulkAct = (typeof bulkActs)[number];

/** Importing is an editor's act, since what comes in stands under the editor's name until another one has read it. */
export const mayBulk = (actor: Who, act: BulkAct): boolean =>
  isEditor(actor) || (act === 'export' && isSecretariat(actor));

/** In which part somebody would do an act; an editor's own draft is reviewed by another. */
function partFor(actor: Who, act: DraftAct, draft: DraftFacts): DraftPart | 'own' | null {
  if (isWriter(actor, draft)) {
    const isReviewers = !workflow(draft.state, act, 'writer').ok && workflow(draft.state, act, 'reviewer').ok;
    return isReviewers && isEditor(actor) ? 'own' : 'writer';
  }
  if (isEditor(actor)) return 'reviewer';
  return isSecretariat(actor) && act === 'archive' ? 'reviewer' : null;
}

/** Whether the actor may do this to the draft now, with every reason why not. Who may not read it is told that it is not there. */
export function may(actor: Who, act: DraftAct, draft: DraftFacts): Verdict {
  if (actor.person === null) return no('contribute_refused_visitor');
  if (!mayRead(actor, draft)) return no('contribute_refused_gone');
  const part = partFor(actor, act, draft);
  if (part === null) return no('contribute_refused_part');
  if (part === 'own') return no('contribute_refused_own');
  return workflow(draft.state, act, part);
}

/** Say that a published practice is still true, or begin changing it. */
export const mayCare = (actor: Who, practice: PracticeFacts): boolean =>
  isWriter(actor, practice) || isEditor(actor);

/** What is done to a practice's text in another language; `machine`: have one made, which costs the site something. */
export const translationActs = ['write', 'publish', 'machine'] as const;
export type TranslationAct = (typeof translationActs)[number];

/** Whether somebody's role is to translate into the language. */
export const isTranslator = (actor: Who, language: string): boolean =>
  actor.person !== null && actor.roles.some((held) => isOneOf(held, ['translator'], language));

/**
 * As what somebody translates a published practice into a language; null: not at all. Editors every one, translators into their language,
 * whoever writes a practice theirs; a machine is asked by the first two.
 */
export function translatesAs(
  actor: Who,
  act: TranslationAct,
  practice: PracticeFacts & { language: string },
): 'translator' | 'editor' | 'owner' | 'town-editor' | null {
  if (isTranslator(actor, practice.language)) return 'translator';
  if (isEditor(actor)) return 'editor';
  if (act === 'machine' || !isWriter(actor, practice)) return null;
  return isOwner(actor, practice) ? 'owner' : 'town-editor';
}

/** Which practices' translations into a language somebody sees listed: all, or only those of their own hand or town. */
export const translatesAll = (actor: Who, language: string): boolean =>
  isTranslator(actor, language) || isEditor(actor);

/** As what somebody acts, for the audit log. */
export function roleIn(actor: Who, facts: PracticeFacts): string {
  if (actor.person === null) return 'visitor';
  if (isOwner(actor, facts)) return 'owner';
  if (isWriter(actor, facts)) return 'town-editor';
  if (isEditor(actor)) return 'editor';
  return isSecretariat(actor) ? 'secretariat' : 'person';
}
