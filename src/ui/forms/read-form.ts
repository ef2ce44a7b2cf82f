import type { z } from 'zod';

/** A field that was not filled in as it should be, or, where it is null, why the whole was refused; `key` is a message key. */
export interface Problem {
  readonly field: string | null;
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a form held: as its schema shapes it, or what is wrong. */
export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a posted form; of what is wrong one problem a field. What is missing is empty; files and repeated fields are left out. */
export function readForm<Schema extends z.ZodObject>(
  form: FormData,
  schema: Schema,
): FormReading<z.infer<Schema>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => {
      const value = form.get(name);
      return [name, typeof value === 'string' ? value.replaceAll('\0', '') : ''];
    }),
  );
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, value: read.data };
  const problems = new Map<string, Problem>();
  for (const { path, message } of read.error.issues) {
    const field = String(path[0]);
    if (!problems.has(field)) problems.set(field, { field, key: message });
  }
  return { ok: false, problems: [...problems.values()] };
}
