import { createHash } from 'node:crypto';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connect.ts';
import { refuse, type Reason } from '#platform/result.ts';
import type { Concerned, EditedConcept } from '../model.ts';

/** Who edits. This room stands before the one that knows persons, and so it says what it needs of them. */
export interface EditingContext {
  readonly db: Database;
  readonly actor: {
    readonly person: { readonly id: number; readonly name: string } | null;
    readonly roles: readonly { readonly role: string }[];
  };
  readonly clock: Clock;
}

/** What later rooms do in the transaction of a change: they carry concepts, and their documents are found by the words. */
export interface VocabularyFollowers {
  /** All that carried `from` carries `into`. Returns how many practices. */
  readonly retag: (trx: Database, from: string, into: string) => Promise<number>;
  /** Asks for these documents to be indexed anew. */
  readonly reindex: (trx: Database, concerned: Concerned) => Promise<void>;
}

export const refusedFor = (key: string, params?: Reason['params']) =>
  refuse({ reasons: [{ key, ...(params && { params }) }] });
export const notAllowed = refusedFor('people_refused_not_allowed');
export const notFound = refusedFor('people_refused_not_found');

/** A mark of all that can be edited of a concept, whoever changed it and by whatever means: another mark, another content. */
export function versionOf({ broader, words, isRetired }: EditedConcept): string {
  return createHash('sha256')
    .update(JSON.stringify([broader, words, isRetired]))
    .digest('base64url')
    .slice(0, 22);
}

/** Notes an act on a concept. */
export async function auditConcept(
  trx: Database,
  { actor, clock }: EditingContext,
  noted: {
    act: `concept.${'save' | 'add' | 'merge' | 'retire' | 'offer'}`;
    id: string;
    before?: unknown;
    after?: unknown;
  },
): Promise<void> {
  const { act, id, before, after } = noted;
  await appendAudit(trx, {
    act,
    subject: { kind: 'concept', id },
    actor: { personId: actor.person?.id ?? null, name: actor.person?.name ?? null, role: 'secretariat' },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    at: clock.now(),
  });
}
