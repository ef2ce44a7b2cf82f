import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#platform/database/connect.ts';
import { inLanguage, m, type Language } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';
import type { ActContext } from '../act-context.ts';
import type { HeldRole } from '../model.ts';
import { roleText } from '../queries/scopes.ts';
import { INVITATION_DAYS } from '../rules/invitations.ts';

/** What a link of an invitation holds; only its digest is kept. */
export const newInvitationToken = (): string => randomBytes(24).toString('base64url');

export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sends the letter that holds the link, with the change or not at all. */
export async function sendInvitationLetter(
  trx: Database,
  ctx: ActContext,
  {
    email,
    language,
    token,
    expiresAt,
    ...held
  }: HeldRole & {
    email: string;
    language: Language;
    token: string;
    expiresAt: Date;
  },
): Promise<void> {
  const letter = await inLanguage(language, async () =>
    composeMail(
      {
        language,
        subject: m.people_mail_invitation_subject(),
        paragraphs: [m.people_mail_invitation_text({ role: await roleText(trx, held, language) })],
        button: {
          label: m.people_mail_invitation_button(),
          secretUrl: `${ctx.origin}/${language}/invitation/${token}`,
        },
        ending: m.people_mail_invitation_ending({ days: INVITATION_DAYS }),
        reason: 'entered',
      },
      { origin: ctx.origin, notice: ctx.notice },
    ),
  );
  await sendMail(trx, ctx.queue, {
    to: email,
    language,
    kind: 'invitation',
    letter,
    secretsExpireAt: expiresAt,
  });
}
