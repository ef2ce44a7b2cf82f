import { m } from '#services/i18n/index.ts';
import type { Letter } from '#services/mail/index.ts';
import { letterIn, type LetterFrame } from './sign-in-letters.ts';

type Town = { readonly placeId: string; readonly town: string };

/** Tells somebody of a team that the town is theirs to own now, its only owner having gone. */
export function townHandedLetter(frame: LetterFrame, { placeId, town }: Town): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_town_handed_subject({ town }),
    paragraphs: [m.accounts_mail_town_handed_text({ town })],
    button: {
      label: m.people_mail_confirmed_button(),
      url: `${frame.origin}/${frame.language}/towns/${placeId}/team`,
    },
    reason: 'account',
  }));
}

/** Tells the secretariat that a town has no owner any more. */
export function townFreeLetter(frame: LetterFrame, { placeId, town }: Town): Letter {
  return letterIn(frame, () => ({
    subject: m.accounts_mail_town_free_subject({ town }),
    paragraphs: [m.accounts_mail_town_free_text({ town })],
    button: {
      label: m.people_mail_confirmed_button(),
      url: `${frame.origin}/${frame.language}/towns/${placeId}/team`,
    },
    reason: 'account',
  }));
}
