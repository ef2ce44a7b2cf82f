import type { RequestHandler } from './$types';
import { markSvg } from '#ui/pearl/index.ts';

export const GET: RequestHandler = () =>
  new Response(markSvg(), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
