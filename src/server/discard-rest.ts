import type { IncomingMessage, ServerResponse } from 'node:http';

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
