import { z } from 'zod';
import { isMailAddress } from '#platform/mail-address.ts';

/** One wrong field of a form: a message key, with its values. */
export interface Problem {
  readonly field: string;
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const emailField = z.string().trim().toLowerCase().refine(isMailAddress, 'accounts_refused_email');

/** One line: it stands in greetings and lists. */
export const nameField = z
  .string()
  .transform((text) => text.replaceAll(/[\s\p{Cc}\u{e000}\u{e001}]+/gu, ' ').trim())
  .pipe(z.string().min(1, 'accounts_refused_name').max(100, 'accounts_refused_name_long'));

/** As it was typed: spaces belong to it. What is longer than any password is not even hashed. */
export const passwordField = z
  .string()
  .min(1, 'accounts_refused_password_empty')
  .max(1000, 'accounts_refused_password_empty');

/** Digits, however an app or a person groups them. */
export const codeField = z
  .string()
  .max(40, 'accounts_refused_code_shape')
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'accounts_refused_code_shape'));

export const recoveryCodeField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'accounts_refused_recovery_shape')
  .max(40, 'accounts_refused_recovery_shape');

export const tokenField = z.string().min(1).max(200);

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a form's fields; all that is wrong, one problem a field. */
export function readForm<Shape extends z.ZodRawShape>(
  shape: Shape,
  form: FormData,
): FormReading<z.infer<z.ZodObject<Shape>>> {
  const given = Object.fromEntries(
    Object.keys(shape).map((name) => {
      const value = form.get(name);
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
  const read = z.object(shape).safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const problems = new Map<string, Problem>();
  for (const { path, message } of read.error.issues) {
    const field = String(path[0]);
    if (!problems.has(field)) problems.set(field, { field, key: message });
  }
  return { ok: false, problems: [...problems.values()] };
}
