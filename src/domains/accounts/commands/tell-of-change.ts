import type { Database } from '#platform/database/connect.ts';
import { sendMail } from '#services/mail/index.ts';
import type { ActContext } from '../act-context.ts';
import { changeLetter, type SignInChange } from '../letters/notice-letters.ts';
import type { PersonRow } from '../store/own-person.ts';

/** Writes to a person that how they sign in has changed, in the transaction of the change. `to`: another mailbox than the present one. */
export async function tellOfChange(
  trx: Database,
  { queue, origin, notice }: Pick<ActContext, 'queue' | 'origin' | 'notice'>,
  { id, email, language }: PersonRow,
  change: SignInChange,
  to: string = email,
): Promise<void> {
  await sendMail(trx, queue, {
    to,
    language,
    kind: 'sign-in-changed',
    personId: id,
    letter: changeLetter({ language, origin, notice }, change),
  });
}
