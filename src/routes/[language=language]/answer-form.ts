import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { Refusal, Result } from '#platform/result.ts';
import type { Problem } from '#ui/people/read-form.ts';
import type { Done } from '#ui/people/reason-text.ts';

/** What a page shows again of a form that was not taken. */
export type FormAgain = { problems: Problem[]; typed: Record<string, string> };

/** The form again, with what is wrong. */
export const again = (problems: Problem[], typed: Record<string, string> = {}): ActionFailure<FormAgain> =>
  fail(400, { problems, typed });

const problemsOf = ({ reasons }: Refusal, field: string): Problem[] =>
  reasons.slice(0, 1).map(({ key }) => ({ field, key }));

/** After an act: to the page that says what became of it, or the form again with why not. */
export function answer(
  result: Result<unknown>,
  to: string,
  { done, typed, field = '' }: { done: Done; typed?: Record<string, string>; field?: string },
): ActionFailure<FormAgain> {
  if (!result.ok) return again(problemsOf(result.refusal, field), typed);
  redirect(303, `${to}${to.includes('?') ? '&' : '?'}done=${done}`);
}
