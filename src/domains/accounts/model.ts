import type { Language } from '#services/i18n/languages.ts';

declare const personId: unique symbol;
/** Number of a person in the database. */
export type PersonId = number & { readonly [personId]: true };

/** What the scope of a role is: whom or what it is for. */
export type ScopeKind = 'none' | 'organisation' | 'language' | 'country' | 'round' | 'place';

/**
 * Every role, with its scope, and whether it needs a second factor: those who decide over others' work do, since a stolen
 * password would let a stranger decide. Source: product.md, the people.
 */
export const roles = {
  secretariat: { scope: 'none', needsSecondFactor: true },
  editor: { scope: 'none', needsSecondFactor: true },
  'partner-editor': { scope: 'organisation', needsSecondFactor: false },
  translator: { scope: 'language', needsSecondFactor: false },
  mentor: { scope: 'none', needsSecondFactor: false },
  'contact-point': { scope: 'country', needsSecondFactor: false },
  committee: { scope: 'round', needsSecondFactor: true },
  juror: { scope: 'round', needsSecondFactor: true },
  'town-owner': { scope: 'place', needsSecondFactor: false },
  'town-editor': { scope: 'place', needsSecondFactor: false },
  'town-commenter': { scope: 'place', needsSecondFactor: false },
  'town-viewer': { scope: 'place', needsSecondFactor: false },
} as const satisfies Record<string, { scope: ScopeKind; needsSecondFactor: boolean }>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** A role that a person holds; `scope` is '' where the role has none. */
export interface HeldRole {
  readonly role: Role;
  readonly scope: string;
}

/** Who acts: a signed-in person, or a visitor. Roles are only those that count in this session. */
export interface Actor {
  readonly person: {
    readonly id: PersonId;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  } | null;
  readonly roles: readonly HeldRole[];
  /** Roles that will count once a second factor has been given in this session. */
  readonly rolesWaiting: readonly HeldRole[];
  /** Whether a second factor has been enrolled, and whether it was given in this session. */
  readonly secondFactor: 'none' | 'enrolled' | 'given';
  readonly sessionId: number | null;
}

/** Who is not signed in. */
export const visitor: Actor = {
  person: null,
  roles: [],
  rolesWaiting: [],
  secondFactor: 'none',
  sessionId: null,
};
