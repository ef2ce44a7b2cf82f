import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Refusal } from '#platform/result.ts';
import type { Problem } from '#ui/forms/read-form.ts';

/** A form of a concept again: what was typed, what is wrong with it, and, where somebody else saved meanwhile, what they saved. */
export interface ConceptAnswer {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly theirs?: Readonly<Record<string, string>>;
}

const isOfBroader = new Set(['vocabulary_error_broader', 'vocabulary_refused_circle']);

/** What a command refused, each reason at its field. */
export const problemsOf = ({ reasons }: Refusal): Problem[] =>
  reasons.map(({ key, params }) => ({
    field:
      key === 'vocabulary_error_twice'
        ? `label_${params?.['language']}`
        : isOfBroader.has(key)
          ? 'broader'
          : null,
    key,
    ...(params && { params }),
  }));

/** All that was typed, whatever it is: nothing in these forms is secret. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

export const again = (
  form: FormData,
  problems: readonly Problem[],
  { status = 400, theirs }: { status?: number; theirs?: Record<string, string> | undefined } = {},
): ActionFailure<ConceptAnswer> =>
  fail(status, { values: typedIn(form), problems, ...(theirs && { theirs }) });
