import type { Language } from '../i18n/index.ts';
import type { Letter } from './letter.ts';

/** A letter and whom it goes to. */
export interface Mail {
  /** One address, without a name. */
  readonly to: string;
  readonly language: Language;
  /** What it is about, in lower-case words with hyphens: 'sign-in-link'. */
  readonly kind: string;
  readonly personId?: number;
  /** Persons whose personal values it holds besides the one it is for: who wrote it, whom it names. Erased with them. */
  readonly about?: readonly number[];
  readonly letter: Letter;
  /** When its secrets are worth nothing any more: then they are emptied, and the mail is no longer sent. Needed if it has any. */
  readonly secretsExpireAt?: Date;
}

/** Where a mail stands. `kept`: there is no mail server to send it; `erased`: somebody asked to be forgotten. */
export type MailState = (typeof mailStates)[number];
export const mailStates = ['waiting', 'sent', 'kept', 'failed', 'erased'] as const;

/** A mail of the outbox as a page shows it. What was erased is null. */
export interface OutboxMail {
  readonly id: number;
  readonly state: MailState;
  readonly kind: string;
  readonly personId: number | null;
  readonly language: string;
  readonly to: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** Whether a secret stands as dots in its texts. */
  readonly isMasked: boolean;
  readonly attempts: number;
  /** The mail server's last refusal, or ours. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly secretsExpireAt: Date | null;
}
