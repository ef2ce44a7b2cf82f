import { addressees, type ActContext, type PersonId } from '#domains/accounts/index.ts';
import type { Database } from '#platform/database/connect.ts';
import { inLanguage, m, type Language } from '#services/i18n/index.ts';
import { composeMail, sendMail } from '#services/mail/index.ts';

/** What a draft's owner is written about. */
export type DraftNews = 'submitted' | 'taken' | 'changes-asked' | 'published' | 'archived' | 'withdrawn';

type About = {
  ownerId: PersonId | null;
  title: string;
  /** Path of the page that the letter leads to, in a language. */
  path: (language: Language) => string;
  /** What a person wrote for the owner: a reason, or notes. */
  words?: readonly string[];
};

const texts: Record<DraftNews, { subject: () => string; text: (values: { title: string }) => string }> = {
  submitted: { subject: m.contribute_mail_submitted, text: m.contribute_mail_submitted_text },
  taken: { subject: m.contribute_mail_taken, text: m.contribute_mail_taken_text },
  'changes-asked': { subject: m.contribute_mail_changes, text: m.contribute_mail_changes_text },
  published: { subject: m.contribute_mail_published, text: m.contribute_mail_published_text },
  archived: { subject: m.contribute_mail_archived, text: m.contribute_mail_archived_text },
  withdrawn: { subject: m.contribute_mail_withdrawn, text: m.contribute_mail_withdrawn_text },
};

/** Writes to the owner, in the owner's language, with the change itself. Who was erased gets nothing. */
export async function tellOwner(
  trx: Database,
  { actor, queue, origin, notice }: Pick<ActContext, 'actor' | 'queue' | 'origin' | 'notice'>,
  news: DraftNews,
  { ownerId, title, path, words = [] }: About,
): Promise<void> {
  const [owner] = await addressees(trx, ownerId === null ? [] : [ownerId]);
  if (!owner) return;
  const { language } = owner;
  const letter = inLanguage(language, () =>
    composeMail(
      {
        language,
        subject: texts[news].subject(),
        paragraphs: [texts[news].text({ title }), ...words],
        button: { label: m.contribute_mail_button(), url: origin + path(language) },
        reason: 'account',
      },
      { origin, notice },
    ),
  );
  await sendMail(trx, queue, {
    to: owner.email,
    language,
    kind: `practice-${news}`,
    personId: owner.id,
    // Words that the actor wrote: erased with either of the two.
    ...(words.length > 0 && actor.person !== null && { about: [actor.person.id] }),
    letter,
  });
}
