import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { isKnown } from '#platform/etag.ts';
import { paths } from '#ui/paths.ts';

/** A document's file. Its address holds a digest of everything in it, so it may be kept for ever. */
export const GET: RequestHandler = async ({ locals: { documents, language }, params, request }) => {
  const { digest, file } = params;
  const etag = `"${digest}"`;
  const found = await documents.file(digest);
  // The page of the document says in the reader's language what became of it.
  if (!found) redirect(303, paths.document(language, digest));
  if (found.file !== file) redirect(301, paths.documentFile(language, digest, found.file));
  const headers = {
    etag,
    'content-type': found.mediaType,
    'content-language': found.language,
    'content-disposition': `inline; filename="${found.file}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-robots-tag': 'noindex',
  };
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(Uint8Array.from(found.content), {
    headers: { ...headers, 'content-length': String(found.content.byteLength) },
  });
};
