import type { PageServerLoad } from './$types';
import { parseAuditQuestion } from '#domains/accounts/forms/audit-question.ts';
import { readAuditLog } from '#domains/accounts/index.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const question = parseAuditQuestion(event.url.searchParams);
  return {
    typed: question.typed,
    log: found(await readAuditLog(asking, question.filter, question.before)),
  };
};
