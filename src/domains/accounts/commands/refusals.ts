import { refuse, type Refusal, type Result } from '#platform/result.ts';

/** A refusal with one reason. */
export const refused = (key: string): Result<never, Refusal> => refuse({ reasons: [{ key }] });

export const notAllowed = refused('people_refused_not_allowed');
/** Also where there is something that the actor must not know of. */
export const notFound = refused('people_refused_not_found');
