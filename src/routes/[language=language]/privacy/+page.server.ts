import type { PageServerLoad } from './$types';
import { privacyPage } from '#domains/pages/index.ts';
import { found } from '../signed-in.ts';

// Not found while nobody is named who answers for personal data.
export const load: PageServerLoad = async ({ locals }) => found(await privacyPage(locals.db));
