import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#services/i18n/index.ts';
import type { DocumentRequest } from '#ui/documents/document-request.ts';
import { paths } from '#ui/paths.ts';

/** Asks for the document and leads to its file, or to the page that shows how it comes along; says so when too many wait. */
export async function leadToDocument(
  {
    locals: { documents, language },
    setHeaders,
    getClientAddress,
  }: Pick<RequestEvent, 'locals' | 'setHeaders' | 'getClientAddress'>,
  request: DocumentRequest,
): Promise<never> {
  const answer = await documents.request({ ...request, askedFrom: getClientAddress() });
  switch (answer.state) {
    case 'ready':
      redirect(303, paths.documentFile(language, answer.digest, answer.file));
    case 'waiting':
    case 'failed':
      redirect(303, paths.document(language, answer.digest));
    case 'busy':
      setHeaders({ 'retry-after': String(answer.retryAfterSeconds), 'cache-control': 'no-store' });
      error(503, m.documents_busy_title());
  }
}
