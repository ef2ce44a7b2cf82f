import type { PageServerLoad } from './$types';
import { outboxQuestion } from '#domains/accounts/forms/outbox-question.ts';
import { readOutbox } from '#domains/accounts/index.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => {
  const asking = ofSecretariat(event);
  const question = outboxQuestion(event.url.searchParams);
  return { question, ...found(await readOutbox(asking, question)) };
};
