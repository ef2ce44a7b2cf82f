import type { z } from 'zod';

/** A field that was not filled in as it should be; `key` is a message key. */
export type Problem = { field: string; key: string };

/** What a form held: as its schema shapes it, or what is wrong, with everything as it was typed. */
export type ReadForm<Value> =
  { ok: true; value: Value } | { ok: false; problems: Problem[]; typed: Record<string, string> };

/** Reads a posted form. Files and repeated fields are not asked for anywhere here, and are left out. */
export function readForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): ReadForm<z.infer<Schema>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !Object.hasOwn(typed, name)) typed[name] = value.replaceAll('\0', '');
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? ''),
    key: message,
  }));
  return {
    ok: false,
    problems: [...new Map(problems.map((problem) => [problem.field, problem])).values()],
    typed,
  };
}
