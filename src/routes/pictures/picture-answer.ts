import type { ServedPicture } from '#domains/practices/index.ts';
import { isKnown } from '#platform/etag.ts';

type Keeping = {
  keeping: string;
  etag: string;
  /** Of the address; of our own making. */
  file: string;
  request: Request;
};

/**
 * A picture as it is sent: of a type from our own list, never guessed at, and nothing in it could run if somebody opened it as a page. Its
 * name is ours as well: nobody's file name is kept.
 */
export function pictureAnswer(
  { mediaType, content }: ServedPicture,
  { keeping, etag, file, request }: Keeping,
): Response {
  const headers = {
    'cache-control': keeping,
    etag,
    'content-disposition': `inline; filename="picture-${file}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  if (isKnown(request.headers.get('if-none-match') ?? undefined, etag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), {
    headers: { ...headers, 'content-type': mediaType, 'content-length': String(content.length) },
  });
}
