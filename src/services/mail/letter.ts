import type { Language } from '../i18n/index.ts';

/** Where a button leads: an address that anybody may know, or one that lets its holder in. */
export type Button = { readonly label: string } & (
  { readonly url: string; readonly secretUrl?: never } | { readonly secretUrl: string; readonly url?: never }
);

/** What a room has to say, in the recipient's language, as plain text. Greeting, closing and what stands below come from here. */
export interface LetterContent {
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  /** May have several lines each. */
  readonly paragraphs: readonly string[];
  readonly button?: Button;
  /** After the button: until when it works, or what else can be done. */
  readonly ending?: string;
  /** Why somebody gets this: the address was entered, by whomever, or there is an account with it. */
  readonly reason: 'entered' | 'account';
}

/** Of the settings: the public address, and the line that says what this site is (absent: the built-in one; empty: none). */
export interface Site {
  readonly origin: string;
  readonly notice: string | undefined;
}

/** A letter as it is set, as plain text or HTML. */
export interface LetterParts {
  readonly language: Language;
  readonly siteName: string;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** `url` may be the place of a secret. */
  readonly button: { readonly label: string; readonly url: string; readonly copy: string } | undefined;
  readonly ending: string | undefined;
  readonly closing: string;
  readonly footer: readonly string[];
}

/** A composed mail. Where a secret belongs its texts have only a place for it. Made by `composeMail`. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By the name of their place. */
  readonly secrets: Readonly<Record<string, string>>;
}
