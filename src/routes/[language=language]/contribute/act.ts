import { error, fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#domains/accounts/index.ts';
import type { Reason } from '#platform/result.ts';
import { m, type Language } from '#services/i18n/index.ts';
import { paths } from '#ui/paths.ts';

/** Leads a visitor to signing in, and back to the page that was asked for. */
export function demandPerson({ actor, language }: { actor: Actor; language: Language }, url: URL): void {
  if (actor.person === null) redirect(303, paths.signIn(language, url.pathname));
}

export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return error(400, m.ui_error_4xx_title());
  }
}

/** The page again, with why the act was refused. */
export const refused = (reasons: readonly Reason[]) => fail(400, { reasons: reasons.map(({ key }) => key) });

/** What may not be read is not there: nobody learns that it exists. */
export const notFound = (): never => error(404, m.ui_error_404_title());
