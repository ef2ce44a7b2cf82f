import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { isKnown } from '#platform/etag.ts';
import { PRIVATE_HEADERS } from './request-origin.ts';

/** What a page says of itself when every reader may be given the same for as long as nothing changes. */
export const SHARED_PAGE = 'public, max-age=0, must-revalidate';

/** A page as it is sent; `mark` is the state of the database that it shows. */
interface KeptPage {
  readonly mark: string;
  readonly headers: OutgoingHttpHeaders;
  readonly etag: string;
  readonly bodies: { readonly identity: Buffer; gzip?: Buffer; br?: Buffer };
}

type Coding = keyof KeptPage['bodies'];

const MEGABYTES = 32;
const LONGEST_ADDRESS = 2000;
/** A page with its two compressed forms, of which each takes a sixth or so. */
const COMPRESSED_TOO = 1.5;

/** Cookies that change nothing on a page whose address names its language. */
const harmless = /^(language=[a-z]*(;\s*|$))*$/;

/** The page's name among the kept ones; null where it may be meant for one reader only. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!url || url.length > LONGEST_ADDRESS || headers.authorization || !harmless.test(headers.cookie ?? ''))
    return null;
  return `${String(headers[PRIVATE_HEADERS.protocol])}://${String(headers[PRIVATE_HEADERS.host])}${url}`;
}

function codingFor(accepted: string | undefined): Coding {
  const offers = (accepted ?? '').split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (coding: string) =>
    offers.some(
      (offer) => offer === coding || (offer.startsWith(`${coding};`) && !/;\s*q=0(\.0*)?$/.test(offer)),
    );
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

const compress: Readonly<Record<Exclude<Coding, 'identity'>, (page: Buffer) => Buffer>> = {
  br: (page) => brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (page) => gzipSync(page),
};

/** Compressed when a page is sent a second time: most lists that crawlers wander to are never asked for again. */
function inCoding({ bodies }: KeptPage, coding: Coding): Buffer {
  if (coding === 'identity') return bodies.identity;
  return (bodies[coding] ??= compress[coding](bodies.identity));
}

function send(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const headers = { ...page.headers, etag: page.etag, vary: 'accept-encoding' };
  if (isKnown(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const coding = codingFor(request.headers['accept-encoding']);
  const body = inCoding(page, coding);
  response.writeHead(200, {
    ...headers,
    'content-length': body.length,
    ...(coding !== 'identity' && { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What each answer says for itself; compression has already named its coding when a page is heard. */
const ownHeaders = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'etag',
  'vary',
  'date',
]);

function keep(mark: string, headers: OutgoingHttpHeaders, identity: Buffer): KeptPage {
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const kept: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) if (!ownHeaders.has(name)) kept[name] = value;
  return { mark, headers: kept, etag, bodies: { identity } };
}

const buffer = (chunk: unknown, encoding: unknown): Buffer =>
  Buffer.isBuffer(chunk)
    ? chunk
    : chunk instanceof Uint8Array
      ? Buffer.from(chunk)
      : Buffer.from(String(chunk), typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');

const isForEveryone = (response: ServerResponse): boolean =>
  response.statusCode === 200 &&
  response.getHeader('cache-control') === SHARED_PAGE &&
  !response.getHeader('set-cookie');

/** Hears what is written to the response; when it was a page for everyone, `done` gets it whole. */
function listenTo(
  response: ServerResponse,
  done: (headers: OutgoingHttpHeaders, body: Buffer) => void,
): void {
  // Headers stand before the first part: what is not for everyone (a file of megabytes) is not gathered.
  let parts: Buffer[] | null | undefined;
  const { write, end } = response;
  const hear = (chunk: unknown, encoding: unknown): void => {
    if (parts === undefined) parts = isForEveryone(response) ? [] : null;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
      parts?.push(buffer(chunk, encoding));
  };
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    hear(args[0], args[1]);
    return write.apply(this, args as never);
  } as typeof response.write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    hear(args[0], args[1]);
    if (parts) done({ ...this.getHeaders() }, Buffer.concat(parts));
    return end.apply(this, args as never);
  } as typeof response.end;
}

/** Keeps pages that are the same for every reader. */
export interface PageCache {
  /** Sends a kept page that is still true; false when there is none. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** Keeps what is about to be written to the response, if it is for everyone. */
  remember(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * A cache of whole pages in this process. `changeMark` names the state of the database, or is null while changes
 * would not be heard; then nothing is kept and nothing kept is sent. Mount `remember` inside of compression, so
 * that it hears pages as they are.
 */
export function pageCache(changeMark: () => string | null): PageCache {
  const pages = new LRUCache<string, KeptPage>({
    maxSize: MEGABYTES * 1024 * 1024,
    sizeCalculation: ({ bodies }, key) =>
      Math.ceil(COMPRESSED_TOO * bodies.identity.length) + 2 * key.length + 1000,
  });
  return {
    serve(request, response) {
      const key = keyOf(request);
      const page = key === null ? undefined : pages.get(key);
      if (page === undefined || page.mark !== changeMark()) return false;
      send(request, response, page);
      return true;
    },
    remember(request, response) {
      const key = request.method === 'GET' ? keyOf(request) : null;
      // Taken before the page is made: a change that comes meanwhile makes it old at once.
      const mark = changeMark();
      if (key === null || mark === null) return;
      listenTo(response, (headers, body) => pages.set(key, keep(mark, headers, body)));
    },
  };
}
