import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** What is said instead of a translation: a status, nothing at all, a redirect, or an answer of another make. */
export type Failing = number | 'silence' | 'redirect' | 'nonsense' | 'too few';

/** A translation provider in this process that speaks the provider's protocol: its paths, ways to sign in, limits and errors. */
export interface TestTranslationServer {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Says something else to the next requests, one each; then translates again. */
  fail(...failings: Failing[]): void;
  /** Called when a request has arrived and before it is answered. */
  onArrival: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

type Answer = { status: number; body: object };
type Protocol = {
  answer: (request: Arrived, bytes: number) => Answer;
  /** What it says with a status of failure. */
  failed: (status: number) => object;
  /** An answer with one text fewer. */
  short: (answer: Answer) => object;
};

/** "Translates" so that a test sees from what, into what, and that each text was translated once. */
const translated = (text: string, to: string): string => `mt${to.toLowerCase().slice(0, 2)}·${text}`;

async function read(request: IncomingMessage): Promise<{ bytes: number; body: Record<string, unknown> }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const all = Buffer.concat(parts);
  return { bytes: all.length, body: JSON.parse(all.toString()) as Record<string, unknown> };
}

async function serve(protocol: Protocol): Promise<TestTranslationServer> {
  const failings: Failing[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { bytes, body } = await read(request);
      const arrived = { path: `${request.method} ${request.url}`, headers: request.headers, body };
      running.arrived.push(arrived);
      await running.onArrival?.();
      const failing = failings.shift();
      if (failing === 'silence') return;
      const say = (status: number, text: string, headers = {}) =>
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
      if (failing === 'redirect') return say(307, '{}', { location: running.url });
      if (failing === 'nonsense') return say(200, '<html>');
      if (typeof failing === 'number') return say(failing, JSON.stringify(protocol.failed(failing)));
      const answer = protocol.answer(arrived, bytes);
      say(answer.status, JSON.stringify(failing === 'too few' ? protocol.short(answer) : answer.body));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running: TestTranslationServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: [],
    fail: (...next) => void failings.push(...next),
    onArrival: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;
}

const no = (status: number, body: object): Answer => ({ status, body });

/**
 * LibreTranslate, as libretranslate/app.py of github.com/LibreTranslate/LibreTranslate answers: with `key` it wants one; `batchLimit` texts
 * and `charLimit` characters a request.
 */
export const testLibreTranslate = ({
  key,
  batchLimit = 32,
  charLimit = 5000,
}: { key?: string; batchLimit?: number; charLimit?: number } = {}): Promise<TestTranslationServer> =>
  serve({
    failed: (status) => ({ error: status === 429 ? 'Slowdown: 80 per 1 minute' : 'Cannot translate text' }),
    short: ({ body }) => ({
      translatedText: (body as { translatedText: string[] }).translatedText.slice(1),
    }),
    answer: ({ path, body }) => {
      const error = (status: number, text: string) => no(status, { error: text });
      if (path !== 'POST /translate') return error(404, 'Not Found');
      if (key !== undefined && body['api_key'] === undefined)
        return error(400, 'Please contact the server operator to get an API key');
      if (key !== undefined && body['api_key'] !== key) return error(403, 'Invalid API key');
      const { q, source, target, format } = body as Record<string, string> & { q: string[] };
      if (q.length === 0) return error(400, 'Invalid request: missing q parameter');
      const size = q.reduce((sum, text) => sum + text.length, 0);
      if (q.length > batchLimit || size > charLimit)
        return error(400, `Invalid request: request (${size}) exceeds text limit (${charLimit})`);
      const codes = ['en', 'lv', 'lt', 'et', 'fi', 'sv', 'da', 'de', 'pl'];
      for (const code of [source ?? '', target ?? ''])
        if (!codes.includes(code)) return error(400, `${code} is not supported`);
      if (format !== 'text') return error(400, `${format} format is not supported`);
      return no(200, { translatedText: q.map((text) => translated(text, target ?? '')) });
    },
  });

/** DeepL, as openapi.yaml of github.com/DeepLcom/openapi describes it. */
export const testDeepl = (key: string): Promise<TestTranslationServer> =>
  serve({
    failed: (status) => ({ message: status === 456 ? 'Quota exceeded' : 'Too many requests' }),
    short: ({ body }) => ({ translations: (body as { translations: object[] }).translations.slice(1) }),
    answer: ({ path, headers, body }, bytes) => {
      const error = (status: number, message: string) => no(status, { message });
      if (path !== 'POST /v2/translate') return error(404, 'Not found');
      if (headers.authorization !== `DeepL-Auth-Key ${key}`) return error(403, 'Authorization failure');
      if (bytes > 128 * 1024) return error(413, 'Payload too large');
      const { text, target_lang, source_lang } = body as { text: string[] } & Record<string, string>;
      if (text.length === 0 || text.length > 50)
        return error(400, "Bad request. Reason: Too many 'text' values.");
      const sources = ['EN', 'LV', 'LT', 'ET', 'FI', 'SV', 'DA', 'DE', 'PL'];
      const targets = ['EN-GB', 'EN-US', ...sources.slice(1)];
      if (!sources.includes(source_lang ?? ''))
        return error(400, "Bad request. Reason: Value for 'source_lang' not supported.");
      if (!targets.includes(target_lang ?? ''))
        return error(400, "Bad request. Reason: Value for 'target_lang' not supported.");
      return no(200, {
        translations: text.map((one) => ({
          detected_source_language: source_lang,
          text: translated(one, target_lang ?? ''),
        })),
      });
    },
  });
