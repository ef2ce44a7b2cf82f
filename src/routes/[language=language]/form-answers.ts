import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Refusal, Result } from '#platform/result.ts';
import { m } from '#services/i18n/index.ts';
import type { Problem } from '#ui/forms/read-form.ts';
import { cameFrom, localPage } from '#ui/local-page.ts';
import type { Done } from '#ui/people/reason-text.ts';

/** What a page of a form shows again: what was typed, and what is wrong. Never a password or a code. */
export interface FormAnswer {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return error(400, m.ui_error_4xx_title());
  }
}

const secretFields = new Set(['password', 'present', 'code', 'recovery', 'token', 'answer']);

/** Longer than any field of these forms: what was typed is not lost because it is too long. */
const MOST_TYPED = 10_000;

function typed(form: FormData): Record<string, string> {
  const values = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !secretFields.has(entry[0]),
  );
  return Object.fromEntries(values.map(([name, value]) => [name, value.slice(0, MOST_TYPED)]));
}

/** The form again, with its wrong fields. */
export const wrongFields = (form: FormData, problems: readonly Problem[]) =>
  fail(400, { values: typed(form), problems } satisfies FormAnswer);

/** The form again, with why it was refused; `field` where one field is the reason. Says when to come again where waiting helps. */
export function refusedForm(
  { setHeaders }: Pick<RequestEvent, 'setHeaders'>,
  form: FormData,
  { reasons }: Refusal,
  field: string | null = null,
) {
  const seconds = reasons.map(({ params }) => params?.['seconds']).find((value) => value !== undefined);
  if (seconds !== undefined) setHeaders({ 'retry-after': String(seconds) });
  const problems = reasons.map(({ key, params }) => ({ field, key, ...(params && { params }) }));
  return fail(seconds === undefined ? 400 : 429, { values: typed(form), problems } satisfies FormAnswer);
}

/** After an act: to the page that says what became of it, or the form again with why not. */
export function answer(
  event: Pick<RequestEvent, 'setHeaders'>,
  form: FormData,
  result: Result<unknown>,
  to: string,
  { done, field = null }: { done: Done; field?: string | null },
) {
  if (!result.ok) return refusedForm(event, form, result.refusal, field);
  redirect(303, `${to}${to.includes('?') ? '&' : '?'}done=${done}`);
}

/** Pages that hold a token or belong to one person are kept by nobody. */
export const unkept = { 'cache-control': 'private, no-store' };

/** Where the reader wanted to go: as the form or the address says, else the page that they came from. Only pages of ours. */
export function wantedPage(
  given: FormDataEntryValue | null,
  { url, request }: Pick<RequestEvent, 'url' | 'request'>,
): string | undefined {
  if (typeof given === 'string' && given !== '') return localPage(given, url) ?? undefined;
  const from = cameFrom(request.headers.get('referer'), url);
  return from === null ||
    /^\/[a-z]{2}\/(sign-in|sign-out|register|forgotten-password|reset-password)/.test(from)
    ? undefined
    : from;
}
