import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Whether pages can be served: the database answers and is migrated. For a balancer, and for a script that waits. */
export const GET: RequestHandler = async ({ locals }) => {
  const found = await locals.readiness();
  const body = found.ready ? { status: 'ready' } : { status: 'waiting', missing: found.missing };
  return json(body, { status: found.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
