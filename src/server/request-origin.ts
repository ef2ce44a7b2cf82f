import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The headers that adapter-node reads scheme, host and address from. Private: filled here, thrown away from outside. */
export const PRIVATE_HEADERS = {
  protocol: 'x-nacre-protocol',
  host: 'x-nacre-host',
  address: 'x-nacre-address',
} as const;

const FORWARDED = [
  'forwarded',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-port',
] as const;

export interface OriginRules {
  /** Scheme, host and port of ORIGIN when that is set. */
  readonly origin: string | undefined;
  readonly trustProxy: boolean;
}

const isHost = (text: string): boolean => /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(text);

/** The last of a list: the one that our own proxy, the nearest, has added. */
const nearest = (headers: IncomingHttpHeaders, name: string): string | undefined =>
  headers[name]?.toString().split(',').at(-1)?.trim() || undefined;

function schemeAndHost(
  headers: IncomingHttpHeaders,
  { origin, trustProxy }: OriginRules,
): { protocol: string; host: string | undefined } {
  if (origin !== undefined) {
    const { protocol, host } = new URL(origin);
    return { protocol: protocol.slice(0, -1), host };
  }
  const said = trustProxy ? nearest(headers, 'x-forwarded-proto') : undefined;
  return {
    protocol: said === 'https' ? 'https' : 'http',
    host: (trustProxy ? nearest(headers, 'x-forwarded-host') : undefined) ?? headers.host,
  };
}

/**
 * Puts into the request's private headers where it was really sent to: ORIGIN when set; else what a trusted proxy says;
 * else plain http and the Host header. SvelteKit compares forms' origin with it. False: no usable host, answer 400.
 */
export function settleOrigin(request: IncomingMessage, rules: OriginRules): boolean {
  const { headers } = request;
  const { protocol, host } = schemeAndHost(headers, rules);
  const address =
    (rules.trustProxy ? nearest(headers, 'x-forwarded-for') : undefined) ??
    request.socket.remoteAddress ??
    '';
  if (!rules.trustProxy) for (const name of FORWARDED) delete headers[name];
  if (host === undefined || !isHost(host)) return false;
  headers[PRIVATE_HEADERS.protocol] = protocol;
  headers[PRIVATE_HEADERS.host] = host;
  headers[PRIVATE_HEADERS.address] = address;
  return true;
}
