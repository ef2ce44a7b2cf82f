import { appendAudit } from '#platform/audit/append-audit.ts';
import { done, type Result } from '#platform/result.ts';
import type { Language } from '#services/i18n/languages.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import { setProfile } from '../store/own-account.ts';
import { asOwner } from './own-act.ts';

export interface Profile {
  readonly name: string;
  /** In which mails are written. */
  readonly language: Language;
  /** Whether reminders are wanted, beside the mails that an act needs. */
  readonly reminders: boolean;
}

/** Changes the person's own name, language and notifications. */
export async function changeProfile(ctx: ActContext, profile: Profile): Promise<Result<null>> {
  const owner = await asOwner(ctx, 'change-profile');
  if (!owner.ok) return owner;
  const { id, name, language } = owner.value.person;
  return ctx.db.transaction().execute(async (trx) => {
    await setProfile(trx, id, profile);
    await appendAudit(trx, {
      ...actedBy(ctx),
      act: 'person.change-profile',
      subject: { kind: 'person', id },
      before: { name, language },
      after: { name: profile.name, language: profile.language, reminders: profile.reminders },
    });
    return done(null);
  });
}
