import { z } from 'zod';
import { languages } from '#services/i18n/languages.ts';
import { roleNames, type Role } from '../model.ts';

/** One line of text: no line ends, nothing that cannot be seen. Longer than this is no name. */
const line = (missing: string, most = 200) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .pipe(z.string().min(1, missing).max(most, 'people_error_long'));

const text = (missing: string, most: number) =>
  z
    .string()
    .transform((typed) =>
      typed
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
        .trim(),
    )
    .pipe(z.string().min(1, missing).max(most, 'people_error_long'));

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'people_error_email')
  .regex(
    /^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@[^\s\p{Cc}@<>()[\]\\,;:"]+\.[^\s\p{Cc}@<>()[\]\\,;:".]+$/u,
    'people_error_email',
  );

const role = z.enum(roleNames as [Role, ...Role[]], 'people_error_role');
const scope = z.string().trim().max(120, 'people_refused_scope').default('');
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** A role of a person, granted or taken. */
export const roleForm = z.object({ role, scope });
export const memberForm = z.object({ role, personId: id });
export const invitationForm = z.object({
  email,
  role,
  scope,
  language: z.enum(languages, 'people_error_role'),
});
export const numberForm = z.object({ id });
export const MOST_LETTER = 4000;
export const claimForm = z.object({
  organisation: line('people_error_organisation'),
  jobTitle: line('people_error_job_title'),
  letter: text('people_error_letter', MOST_LETTER),
});
export const decisionForm = z
  .object({
    id,
    decision: z.enum(['confirmed', 'refused']),
    reason: z.string().trim().max(2000, 'people_error_long').default(''),
  })
  .refine(({ decision, reason }) => decision === 'confirmed' || reason !== '', {
    path: ['reason'],
    message: 'people_error_reason',
  });

/** The search in the list of people, from an address that anybody may have typed. */
export function peopleQuestion(parameters: URLSearchParams) {
  const words = (parameters.get('q') ?? '').slice(0, 200).trim();
  const wanted = parameters.get('role') ?? '';
  const page = Number(parameters.get('page'));
  return {
    text: words,
    words: words.split(/\s+/).filter(Boolean).slice(0, 8),
    role: (roleNames as string[]).includes(wanted) ? wanted : undefined,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** The role that was chosen in the first step of granting or inviting; null: none yet. */
export const chosenRole = (parameters: URLSearchParams): Role | null =>
  role.safeParse(parameters.get('role')).data ?? null;
