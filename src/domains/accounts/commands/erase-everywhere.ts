import { forgetPerson, type ErasedBy } from '#platform/audit/forget-person.ts';
import type { Database } from '#platform/database/connect.ts';
import { forgetRecipient } from '#services/mail/index.ts';
import type { PersonId } from '../model.ts';
import type { PersonalRoom } from '../personal-room.ts';
import { emptyPerson } from '../store/erase-person.ts';

/** Erases a person from every room, the outbox, the queue and the log, in the caller's transaction. */
export async function eraseEverywhere(
  trx: Database,
  { id, email }: { id: number; email: string },
  by: ErasedBy,
  rooms: readonly PersonalRoom[],
): Promise<void> {
  for (const room of rooms) await room.forget(trx, id as PersonId, by.at);
  await emptyPerson(trx, id, email);
  await forgetRecipient(trx, email, id);
  await forgetPerson(trx, id, by);
}
