import { addressees, type ActContext } from '#domains/accounts/index.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import type { Database } from '#platform/database/connect.ts';
import { inLanguage, m } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';
import { askSince } from '../rules/freshness.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { nextToAsk, noteAsked, type CaredFor } from '../store/care.ts';

type Asking = Pick<ActContext, 'db' | 'queue' | 'clock' | 'origin' | 'notice'>;

/** The yearly question: writes to owners whose practice nobody has verified for a year. Each is asked once a year. Returns how many. */
export async function askOwners(ctx: Asking): Promise<number> {
  for (let count = 0; ; count++) {
    const isAsked = await ctx.db.transaction().execute(async (trx) => {
      const practice = await nextToAsk(trx, askSince(ctx.clock.now()));
      if (practice) await ask(trx, ctx, practice);
      return practice !== undefined;
    });
    if (!isAsked) return count;
  }
}

async function ask(
  trx: Database,
  { queue, clock, origin, notice }: Asking,
  practice: CaredFor,
): Promise<void> {
  const at = clock.now();
  await noteAsked(trx, practice.id, at.toISOString().slice(0, 10));
  const [owner] = await addressees(trx, practice.ownerId === null ? [] : [practice.ownerId]);
  if (!owner) return;
  const { language } = owner;
  const url = `${origin}/${language}/contribute/care/${practiceIdentifier(practice.id)}`;
  const letter = inLanguage(language, () =>
    composeMail(
      {
        language,
        subject: m.contribute_mail_question(),
        paragraphs: [m.contribute_mail_question_text({ title: practice.title })],
        button: { label: m.contribute_mail_button(), url },
        reason: 'account',
      },
      { origin, notice },
    ),
  );
  await sendMail(trx, queue, {
    to: owner.email,
    language,
    kind: 'practice-question',
    personId: owner.id,
    letter,
  });
  await appendAudit(trx, {
    act: 'practice.ask',
    subject: { kind: 'practice', id: practice.id },
    actor: { personId: null, name: null, role: 'system' },
    at,
  });
}
