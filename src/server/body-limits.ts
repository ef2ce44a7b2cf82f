import type { IncomingMessage } from 'node:http';

const MB = 1024 * 1024;

/** The pages that take files, and how many bytes of a request; all others take what the setting says. */
const bodyLimits: readonly { readonly page: RegExp; readonly bytes: number }[] = [
  // A spreadsheet of 5 MB, and what a form puts around it: one that is a little larger is told so by the page itself.
  { page: /^\/[a-z]{2}\/contribute\/bulk$/, bytes: 6 * MB },
  // Far more than a picture may have: its page reads what it needs, says in words that the file is too large, and throws away the rest.
  { page: /^\/[a-z]{2}\/contribute\/\d{1,15}\/pictures$/, bytes: 256 * MB },
];

/** The most that any page takes: what adapter-node, which knows one limit, is told. `usual`: the setting, in bytes. */
export const largestBody = (usual: number): number =>
  Math.max(usual, ...bodyLimits.map(({ bytes }) => bytes));

/** How many bytes of a request the page at this address takes. */
export function bodyLimit(target: string, usual: number): number {
  const [path = ''] = target.split('?');
  return Math.max(usual, bodyLimits.find(({ page }) => page.test(path))?.bytes ?? 0);
}

/** More than any limit; a header that says so is refused before a byte is read. */
const BEYOND = String(Number.MAX_SAFE_INTEGER);

/**
 * Holds a request to its own page's limit: what is larger, or does not say how large it is, is declared larger than all that is taken, so that
 * adapter-node refuses it in the way of every body that is too large, and the page may say so in the reader's language.
 */
export function holdToBodyLimit(request: IncomingMessage, usual: number): void {
  const { headers } = request;
  const limit = bodyLimit(request.url ?? '', usual);
  if (limit >= largestBody(usual)) return;
  const declared = headers['content-length'];
  const isTooLarge =
    declared === undefined ? headers['transfer-encoding'] !== undefined : Number(declared) > limit;
  if (isTooLarge) headers['content-length'] = BEYOND;
}
