import type { RequestHandler } from './$types';
import { parseAuditQuestion } from '#domains/accounts/forms/audit-question.ts';
import { auditLogAsCsv } from '#domains/accounts/index.ts';
import { fileResponse } from '#ui/practice/file-response.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

/** The entries of the audit log under the same question as its page. */
export const GET: RequestHandler = async (event) => {
  const asking = ofSecretariat(event);
  const { filter } = parseAuditQuestion(event.url.searchParams);
  const response = fileResponse(found(await auditLogAsCsv(asking, filter)), 'nacre-audit-log', 'csv');
  response.headers.set('cache-control', 'private, no-store');
  return response;
};
