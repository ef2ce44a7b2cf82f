/** Who acts, as far as the audit log must know. The actor of the accounts room knows more. */
export interface AuditActor {
  /** Null: no person (the system, a visitor). */
  readonly personId: number | null;
  /** As the actor is shown now; null when no person. */
  readonly name: string | null;
  /** As what: 'editor', 'juror', 'visitor', 'system'. */
  readonly role: string;
}

/** What an act was done to. A person has kind 'person' and its number as id, which is kept apart and can be erased. */
export interface AuditSubject {
  readonly kind: string;
  /** A number or code of ours, never a name or an address; null where there is only one of the kind. */
  readonly id: string | number | null;
}

/** One act, as a command writes it down. */
export interface AuditEntry {
  /** '<room's noun>.<verb>', as 'practice.publish'. */
  readonly act: `${string}.${string}`;
  readonly subject: AuditSubject;
  readonly actor: AuditActor;
  /** What the act changed, as it was and as it is: values of JSON, of which 64 KiB are kept each. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Persons whose personal values `before` or `after` hold, besides a person who is the subject. */
  readonly about?: readonly number[];
  readonly at: Date;
}

/** A part of an entry that was emptied since: what it held is not known any more. */
export const ERASED = 'erased';

/** An entry as it is read. */
export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string | null; readonly isErased: boolean };
  readonly role: string;
  /** Null: no person acted. */
  readonly actor: { readonly personId: number; readonly name: string | null } | typeof ERASED | null;
  /** Null: nothing was noted. */
  readonly detail: { readonly before?: unknown; readonly after?: unknown } | typeof ERASED | null;
  /** Hexadecimal. */
  readonly hash: string;
}
