import { readers, type Reader } from './readers.ts';
import type { Secret } from './secrets.ts';
import type { World } from './world.ts';

/**
 * What somebody is answered. 'led on': to another page that is no sign-in; 'done': the act happened; 'untried': it would end the reader's
 * account or session here, and another test does it.
 */
export type Outcome =
  'shown' | 'done' | 'sign in' | 'second factor' | 'led on' | 'refused' | 'not found' | 'gone' | 'untried';

export type Who = Readonly<Record<Reader, Outcome>>;

/** An address with the fields that are posted to it. */
export interface Asked {
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** One line of the table: a door, what is asked there, and what each reader is answered. */
export interface Line {
  /** As routes.ts enumerates them. */
  readonly door: string;
  readonly about?: string;
  /** For an act that succeeds it is called once a reader, and makes a record for each. */
  readonly at: (world: World) => Asked | Promise<Asked>;
  readonly who: Who;
  /** What stands there and could leak: whoever is shown the page and may meet it does meet it. */
  readonly holds?: Secret;
  /** To whom alone of those it is shown there; left off, to whoever may meet it. */
  readonly holdsFor?: readonly Reader[];
  /** What it tells its readers beside, which elsewhere they do not meet. */
  readonly tells?: readonly Secret[];
  /** A refusal is counted or noted, so that rows change; or a success changes nothing but cookies. */
  readonly counts?: true;
}

/** Everybody is answered `others`, except those who are named under another outcome. */
export function who(others: Outcome, named: Partial<Record<Outcome, readonly Reader[]>> = {}): Who {
  const of = (reader: Reader): Outcome =>
    (Object.keys(named) as Outcome[]).find((outcome) => named[outcome]?.includes(reader)) ?? others;
  return Object.fromEntries(readers.map((reader) => [reader, of(reader)])) as Who;
}

export const everybody = who('shown');
export const signedIn = who('shown', { 'sign in': ['visitor'] });
/** The pages below /secretariat. */
const waiting = ['secretariat without app', 'secretariat before code'] as const;
export const office = who('not found', {
  shown: ['secretariat'],
  'sign in': ['visitor'],
  'second factor': waiting,
});
export const officeActs = who('not found', {
  done: ['secretariat'],
  'sign in': ['visitor'],
  'second factor': waiting,
});
export const beforeCode = ['secretariat before code', 'editor before code'] as const;

/** For these alone, a visitor is led to sign in, and to all others it is not there. */
export const only = (
  outcome: 'shown' | 'done',
  those: readonly Reader[],
  named: Partial<Record<Outcome, readonly Reader[]>> = {},
): Who => who('not found', { 'sign in': ['visitor'], [outcome]: those, ...named });

export const at =
  (path: string, fields?: Record<string, string>): Line['at'] =>
  () => ({ path: `/en${path}`, ...(fields && { fields }) });
