import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { appDatabase } from '#platform/database/app-database.ts';
import { isDatabaseBusy } from '#platform/database/connect.ts';
import { readiness } from '#platform/database/ready.ts';
import { processLog } from '#platform/log.ts';
import { currentConfig } from '#platform/config/current-config.ts';
import { appQueue } from '#platform/queue/queue.ts';
import { documentFile, documentProgress, requestDocument } from '#services/documents/index.ts';
import { receiveUpload } from '#services/pictures/index.ts';
import { inLanguage, isLanguage, negotiateLanguage } from '#services/i18n/index.ts';
import { parseShortlist, writeShortlist, type Shortlist } from '#domains/practices/index.ts';
import { systemClock } from '#platform/clock.ts';
import { siteSecret } from '#platform/session/secret.ts';
import { signedCookie } from '#platform/session/signed-cookie.ts';
import { createSignIn, sessionCookie, signInKey, type SignIn, type Visit } from '#services/sign-in/index.ts';
import { readActor, visitor, type ActContext } from '#domains/accounts/index.ts';
import { prepareThesaurus } from '#domains/vocabulary/index.ts';
import { languageCookie, noteCookie, shortlistCookie } from '#ui/paths.ts';

/** What the server's page cache looks for (src/server/page-cache.ts). */
const sharedPage = 'public, max-age=0, must-revalidate';

/** Pages under a language's address are the same for every reader who keeps no shortlist. */
const personalPage = 'private, no-store';

/** What became of a form, and what was not found just now: browsers would keep a 404 or 410 as long as they please. */
const unkept = 'no-store';

/** What an answer says of how long it may be kept; null where there is nothing to say. `isPage`: it stands under a language's address. */
function keepingOf(method: string, status: number, isPage: boolean, isPersonal: boolean): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || status >= 400) return unkept;
  if (!isPage) return null;
  if (isPersonal) return personalPage;
  return method === 'GET' && status === 200 ? sharedPage : null;
}

const log = processLog(currentConfig().logFormat);

let knownSecret: string | undefined;
/** Read when a reader first brings or gets a shortlist. */
const secret = (): string => (knownSecret ??= siteSecret(currentConfig(), (line) => log.error(line)));

let knownSignIn: SignIn | undefined;
/** Made when somebody first signs in or brings a session: readers never need it. */
const signIn = (): SignIn =>
  (knownSignIn ??= createSignIn({
    db: appDatabase(),
    key: signInKey(secret()),
    origin: currentConfig().hasOwnOrigin ? currentConfig().origin : undefined,
    clock: systemClock,
    log,
  }));

/** Who asks. The database is not asked where no session is sent, so that a reader's page costs nothing more. */
async function actorOf({ cookies }: RequestEvent): Promise<App.Locals['actor']> {
  const sent = cookies.get(sessionCookie);
  return sent === undefined ? visitor : readActor(appDatabase(), signIn().sessionToken(sent));
}

const visitOf = ({ url, request, cookies, getClientAddress }: RequestEvent): Visit => ({
  url,
  userAgent: request.headers.get('user-agent') ?? '',
  clientAddress: getClientAddress(),
  cookies,
});

/** The first reader who searches does not wait for the thesaurus. */
export const init: ServerInit = () => {
  prepareThesaurus(appDatabase()).catch((error: unknown) =>
    log.warn('The thesaurus is made ready at the first search instead', { error }),
  );
};

const RETRY_SECONDS = 30;

/** The page of a failure as "come again": crawlers and proxies wait after a 503, and count a 500 as broken. */
function comeAgain(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(RETRY_SECONDS));
  return new Response(response.body, { status: 503, headers });
}

export const handle: Handle = async ({ event, resolve }) => {
  const first = event.url.pathname.split('/')[1];
  const language = isLanguage(first)
    ? first
    : negotiateLanguage(event.cookies.get(languageCookie), event.request.headers.get('accept-language'));
  const { origin, notice, operator, contact, translation } = currentConfig();
  const db = appDatabase();
  const shortlist = signedCookie(event.cookies, shortlistCookie, {
    secret,
    isSecure: event.url.protocol === 'https:',
  });
  const isPersonal =
    shortlist.isSent ||
    event.cookies.get(noteCookie) !== undefined ||
    event.cookies.get(sessionCookie) !== undefined;
  let actor = isLanguage(first) ? await actorOf(event) : visitor;
  const act = (): ActContext => ({
    db,
    actor,
    clock: systemClock,
    queue: appQueue(),
    log,
    origin,
    notice,
    language,
  });
  Object.assign(event.locals, {
    db,
    language,
    actor,
    act,
    actSignedIn: async () => {
      actor = event.locals.actor = await actorOf(event);
      return act();
    },
    signIn: () => ({ ...act(), signIn: signIn(), visit: visitOf(event) }),
    readiness: () => readiness(db),
    shortlist: parseShortlist(shortlist.read() ?? ''),
    keepShortlist: (list: Shortlist) => {
      shortlist.write(list.length > 0 ? writeShortlist(list) : null);
      event.locals.shortlist = list;
    },
    settings: {
      origin,
      notice,
      operator,
      contact,
      translation: translation && {
        provider: translation.provider,
        monthlyCharacters: translation.monthlyCharacters,
        host: new URL(translation.url).hostname,
      },
    },
    receiveUpload: (work) => receiveUpload(event.request, 'picture', work),
    documents: {
      request: (request) => requestDocument(db, appQueue(), request),
      progress: (digest) => documentProgress(db, digest),
      file: (digest) => documentFile(db, digest),
    },
  } satisfies App.Locals);

  const response = await inLanguage(language, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%nacre.language%', language),
      // The one font file that every page needs; latin-ext is fetched by those that use it.
      preload: ({ type, path }) => type === 'css' || (type === 'font' && path.includes('next-latin-wght')),
    }),
  );
  const answer = event.locals.isBusy ? comeAgain(response) : response;
  const keeping = keepingOf(event.request.method, answer.status, isLanguage(first), isPersonal);
  // What says for itself how long it may be kept knows better: a document's address holds a digest of everything in it.
  if (keeping !== null && !answer.headers.has('cache-control')) answer.headers.set('cache-control', keeping);
  answer.headers.set('x-content-type-options', 'nosniff');
  answer.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  answer.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  return answer;
};

/** Unexpected errors go to the log under a reference that the reader sees; expected ones are answered as they are. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const reference = randomUUID().slice(0, 8);
  log.error('A request failed', { reference, path: event.url.pathname, error });
  if (!isDatabaseBusy(error)) return { reference };
  event.locals.isBusy = true;
  return { reference, isBusy: true };
};
