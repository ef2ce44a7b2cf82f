import { addressees, type ActContext } from '#domains/accounts/index.ts';
import { done, refuse, type Refusal, type Result } from '#platform/result.ts';
import { inLanguage, m } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';
import { countAttempt, type Limit } from '#services/sign-in/index.ts';
import { practiceIdentifier } from '../rules/identifier.ts';
import { holdPublished } from '../store/care.ts';
import { auditDraft } from './draft-audit.ts';

const DAY = 86_400;
const ofPerson: Limit = { most: 5, seconds: DAY };
const ofPractice: Limit = { most: 20, seconds: DAY };
const once: Limit = { most: 1, seconds: DAY };

export type ContactOwner = { id: number; message: string; token: string };

const no = (key: string): Refusal => ({ reasons: [{ key }] });

/**
 * Sends a signed-in person's message to the owner of a published practice, with that person's name and address; the owner's is not told.
 * The same form twice sends one mail.
 */
export async function contactOwner(ctx: ActContext, input: ContactOwner): Promise<Result<null>> {
  const { person } = ctx.actor;
  if (person === null) return refuse(no('contribute_refused_visitor'));
  if (input.message === '') return refuse(no('contribute_refused_message'));
  if ((await countAttempt(ctx.db, `contact-once|${input.token}`, once)) !== null) return done(null);
  // Each is counted, whichever is over.
  const waits = [
    await countAttempt(ctx.db, `contact-from|${person.id}`, ofPerson),
    await countAttempt(ctx.db, `contact-about|${input.id}`, ofPractice),
  ];
  if (waits.some((wait) => wait !== null)) return refuse(no('contribute_refused_often'));
  return ctx.db.transaction().execute(async (trx): Promise<Result<null>> => {
    const practice = await holdPublished(trx, input.id);
    const [owner] = await addressees(trx, practice?.ownerId ? [practice.ownerId] : []);
    if (!practice || !owner) return refuse(no('contribute_refused_gone'));
    const { language } = owner;
    const { origin, notice } = ctx;
    const letter = inLanguage(language, () =>
      composeMail(
        {
          language,
          subject: m.contribute_mail_contact(),
          paragraphs: [
            m.contribute_mail_contact_text({ name: person.name, email: person.email, title: practice.title }),
            input.message,
          ],
          button: {
            label: m.contribute_mail_button(),
            url: `${origin}/${language}/contribute/care/${practiceIdentifier(practice.id)}`,
          },
          reason: 'account',
        },
        { origin, notice },
      ),
    );
    await sendMail(trx, ctx.queue, {
      to: owner.email,
      language,
      kind: 'practice-contact',
      personId: owner.id,
      about: [person.id],
      letter,
    });
    await auditDraft(trx, ctx, practice, { act: 'practice.contact', id: practice.id });
    return done(null);
  });
}
