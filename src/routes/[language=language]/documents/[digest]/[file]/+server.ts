import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { isKnown } from '#platform/etag.ts';
import { paths } from '#ui/paths.ts';

/** A document's file. Its address holds a digest of everything in it, so it may be kept for ever. */
export const GET: RequestHandler = async ({ locals: { documents, language }, params, request }) => {
  const { digest, file } = params;
  const etag = `"${digest}"`;
  const kept = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-robots-tag': 'noindex',
  };
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    // Answered without the bytes, which the database would have to fetch for nothing.
    const known = await documents.progress(digest);
    if (known?.state === 'ready' && known.file === file)
      return new Response(null, { status: 304, headers: kept });
  }
  const found = await documents.file(digest);
  // The page of the document says in the reader's language what became of it.
  if (!found) redirect(303, paths.document(language, digest));
  if (found.file !== file) redirect(301, paths.documentFile(language, digest, found.file));
  return new Response(Uint8Array.from(found.content), {
    headers: {
      ...kept,
      'content-type': found.mediaType,
      'content-language': found.language,
      'content-disposition': `inline; filename="${found.file}"`,
      'content-length': String(found.content.byteLength),
    },
  });
};
