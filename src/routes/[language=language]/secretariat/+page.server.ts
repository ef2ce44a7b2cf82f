import type { PageServerLoad } from './$types';
import { whatWaits } from '#domains/accounts/index.ts';
import { found, ofSecretariat } from '../signed-in.ts';

export const load: PageServerLoad = async (event) => ({
  waits: found(await whatWaits(ofSecretariat(event))),
});
