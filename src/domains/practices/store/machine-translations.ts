import type { Database } from '#platform/database/connect.ts';
import type { MachineProblem } from '../model.ts';
import type { TextKey } from './translations.ts';

const change = (trx: Database, { practiceId, language }: TextKey) =>
  trx
    .updateTable('practice_translation')
    .where('practice_id', '=', practiceId)
    .where('language', '=', language);

/** Notes that a machine is to translate. The translation must be begun. */
export async function noteAskedMachine(trx: Database, key: TextKey, at: Date): Promise<void> {
  await change(trx, key)
    .set({ machine_state: 'waiting', machine_asked_at: at, machine_attempts: 0, machine_problem: null })
    .execute();
}

/** Counts an attempt of what waits for a machine. Returns how many there have been; undefined where nothing waits. */
export async function countAttempt(db: Database, key: TextKey): Promise<number | undefined> {
  const row = await change(db, key)
    .set((eb) => ({ machine_attempts: eb('machine_attempts', '+', 1) }))
    .where('machine_state', '=', 'waiting')
    .returning('machine_attempts')
    .executeTakeFirst();
  return row?.machine_attempts;
}

/** When a machine was asked that has not answered yet. */
export async function waitingSince(db: Database, key: TextKey): Promise<Date | undefined> {
  const row = await db
    .selectFrom('practice_translation')
    .select('machine_asked_at')
    .where('practice_id', '=', key.practiceId)
    .where('language', '=', key.language)
    .where('machine_state', '=', 'waiting')
    .executeTakeFirst();
  return row?.machine_asked_at ?? undefined;
}

/** Nothing waits for a machine any more: it is done, or nobody needs it. */
export async function endMachine(db: Database, key: TextKey): Promise<void> {
  await change(db, key).set({ machine_state: null, machine_problem: null }).execute();
}

/** It could not be done. */
export async function failMachine(db: Database, key: TextKey, problem: MachineProblem): Promise<void> {
  await change(db, key)
    .set({ machine_state: 'failed', machine_problem: problem })
    .where('machine_state', '=', 'waiting')
    .execute();
}
