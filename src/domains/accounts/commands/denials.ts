import { refusedFor } from './refusals.ts';

export const notAllowed = refusedFor('people_refused_not_allowed');
/** Also where there is something that the actor must not know of. */
export const notFound = refusedFor('people_refused_not_found');
