import { isAPIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { kAPIErrorHeaderSymbol } from 'better-call';
import type { Answer, Visit } from './model.ts';

/** The library sees only what we vouch for: never the browser's own Host, Origin or X-Forwarded-For. */
export function headersFor({ url, userAgent, clientAddress, cookies }: Visit): Headers {
  const headers = new Headers({
    host: url.host,
    'x-forwarded-proto': url.protocol.slice(0, -1),
    'x-forwarded-host': url.host,
    origin: url.origin,
    'x-nacre-client': clientAddress,
    'user-agent': userAgent.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 300),
  });
  const own = cookies.getAll().filter(({ name }) => name.startsWith('nacre.'));
  if (own.length > 0)
    headers.set('cookie', own.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '));
  return headers;
}

/** Hands the library's cookies to the browser: for this host alone, unseen by scripts, and encrypted only where the page is. */
export function keepCookies({ url, cookies }: Visit, answers: readonly Headers[]): void {
  const common = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
  for (const line of answers.flatMap((headers) => headers.getSetCookie()))
    for (const [name, { value, 'max-age': maxAge }] of parseSetCookieHeader(line))
      if (maxAge === 0) cookies.delete(name, common);
      else cookies.set(name, value, { ...common, ...(maxAge !== undefined && { maxAge }) });
}

/** An endpoint of the library, of whatever input. */
type Endpoint = (input: never) => Promise<unknown>;

/** Calls the library. Its refusals become values; what it wants to set as cookies is put into `cookies`. */
export async function ask<Value>(
  endpoint: Endpoint,
  input: object,
  headers: Headers,
  cookies: Headers[],
): Promise<Answer<Value>> {
  const call = endpoint as unknown as (
    input: object,
  ) => Promise<{ headers: Headers | undefined; response: Value }>;
  try {
    const answered = await call({ ...input, headers, returnHeaders: true });
    if (answered.headers) cookies.push(answered.headers);
    return { ok: true, value: answered.response };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    // A cookie that has expired comes with a refusal.
    const refused = (error as { [kAPIErrorHeaderSymbol]?: Headers })[kAPIErrorHeaderSymbol];
    if (refused) cookies.push(refused);
    return { ok: false, code: error.body?.code ?? codeInRedirect(error.headers) ?? 'UNKNOWN' };
  }
}

/** Links refuse by leading to a page, with the code in its address. */
function codeInRedirect(headers: HeadersInit | undefined): string | null {
  const location = new Headers(headers).get('location');
  return location === null ? null : new URL(location, 'http://nowhere.invalid').searchParams.get('error');
}
