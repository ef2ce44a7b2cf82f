import pg from 'pg';
import { silentLog, type Log } from '../log.ts';
import { CHANGES_CHANNEL, hear, notHearing, stillHearing } from './hearing.ts';

const BEAT_MS = 300;
const ANSWER_MS = 500;
const RETRY_MS = 500;

/**
 * Listens for changes that any process makes in the database, on a connection of its own, and asks it three
 * times a second whether it is still there. When it breaks, nothing is kept until it is back.
 */
export function listenForChanges(url: string, log: Log = silentLog): { stop: () => Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const later = (work: () => Promise<void>, ms: number): void => {
    if (!isStopped) timer = setTimeout(() => void work(), ms);
  };

  const lose = async (lost: pg.Client): Promise<void> => {
    if (client !== lost) return;
    client = undefined;
    notHearing();
    lost.removeAllListeners('notification');
    await lost.end().catch(() => {});
    later(open, RETRY_MS);
  };

  const beat = async (on: pg.Client): Promise<void> => {
    if (client !== on) return;
    try {
      await on.query({ text: 'select', query_timeout: ANSWER_MS } as pg.QueryConfig);
      stillHearing();
      later(() => beat(on), BEAT_MS);
    } catch {
      await lose(on);
    }
  };

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'nacre changes',
      connectionTimeoutMillis: 5000,
    });
    client = fresh;
    fresh.on('error', () => void lose(fresh));
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANGES_CHANNEL}`);
      // What changed before this moment was not heard.
      notHearing();
      await beat(fresh);
    } catch (error) {
      log.warn('Changes of the database are not heard yet; nothing is kept', { error });
      await lose(fresh);
    }
  };

  void open();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      notHearing();
      await last?.end().catch(() => {});
    },
  };
}
