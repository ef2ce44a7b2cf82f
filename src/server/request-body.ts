import type { IncomingMessage, ServerResponse } from 'node:http';

/** The most bytes of a request's body: as a rule, and where a picture is sent. */
export interface BodyLimits {
  readonly usual: number;
  readonly picture: number;
}

/**
 * Where a picture is sent, in bytes. Far more than a picture may have, since its page reads what it needs and says in words that the file is
 * too large; the rest is thrown away as it comes.
 */
export const PICTURE_BODY = 256 * 1024 * 1024;

/** The one page whose form brings a file. */
const takesPicture = /^\/[a-z]{2}\/contribute\/\d{1,15}\/pictures(?:\?|$)/;

/**
 * Holds every address to its limit; false where a body comes without saying how long it is (answer 411: no browser sends a form so).
 * SvelteKit has one limit for all addresses, the largest of them. What is too long elsewhere is told to it as longer than any limit, so
 * that it answers with its own page and without reading.
 */
export function boundBody({ method, url = '', headers }: IncomingMessage, limits: BodyLimits): boolean {
  if (headers['transfer-encoding'] !== undefined) return false;
  const length = Number(headers['content-length'] ?? 0);
  const isPicture = method === 'POST' && takesPicture.test(url);
  if (!isPicture && length > limits.usual) headers['content-length'] = String(Number.MAX_SAFE_INTEGER);
  return true;
}

/**
 * Throws away what nobody has read of a request's body once the answer is sent: a browser reads the answer only after it has sent
 * everything, and the connection serves the next request only then.
 */
export function discardRest(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.readableEnded || request.destroyed) return;
    request.removeAllListeners('data');
    request.resume();
  });
}
