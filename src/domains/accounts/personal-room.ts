import type { Database } from '#platform/database/connect.ts';
import type { Language } from '#services/i18n/languages.ts';
import type { PersonId } from './model.ts';

/** A file of what is held about somebody: where it lies in their archive, and what it is, in one line of their language. */
export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Files of one folder that are the same sort of thing say the same. */
  readonly what: string;
}

/** What a room holds about a person: as data, and as files that can be read by themselves. */
export interface HeldData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: readonly HeldFile[];
}

/**
 * A room that comes after this one and holds something about persons. Whoever exports or erases an account brings all of them: each room
 * knows by itself what it holds, and this one knows none of them.
 */
export interface PersonalRoom {
  readonly held: (db: Database, personId: PersonId, language: Language) => Promise<HeldData>;
  /** Empties all of it but what is public, in the transaction that erases the person. Roles are still held then. */
  readonly forget: (trx: Database, personId: PersonId, at: Date) => Promise<void>;
}
