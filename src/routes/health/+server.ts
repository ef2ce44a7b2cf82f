import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process answers; says nothing of the database, so that a watcher does not end a process that could wait for it. */
export const GET: RequestHandler = () =>
  json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
