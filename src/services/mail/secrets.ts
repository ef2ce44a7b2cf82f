import { escapeHtml } from './escape-html.ts';

/** By the name of their place. */
export type Secrets = Readonly<Record<string, string>>;

// Characters of private use, which no text needs: with readable marks, somebody whose words stand in a mail to another could write a
// place for that one's secret into an address of their own.
const BEFORE = '\u{e000}';
const AFTER = '\u{e001}';
const places = /\u{e000}([a-z]+)\u{e001}/gu;

/** What stands for a secret that is masked or gone. */
export const DOTS = '••••••';

/** The place of a secret in a text. */
export const placeOf = (name: string): string => `${BEFORE}${name}${AFTER}`;

/** A text of somebody else, in which no place can hide. */
export const withoutPlaces = (text: string): string => text.replace(/[\u{e000}\u{e001}]/gu, '');

/** The text with its secrets; dots for those that are gone. */
export const withSecrets = (text: string, secrets: Secrets): string =>
  text.replace(places, (_, name: string) => secrets[name] ?? DOTS);

/** As `withSecrets`, for HTML. */
export const withSecretsInHtml = (html: string, secrets: Secrets): string =>
  html.replace(places, (_, name: string) => escapeHtml(secrets[name] ?? DOTS));

/** Whether any place of the text would show dots. */
export const lacksSecrets = (text: string, secrets: Secrets): boolean =>
  [...text.matchAll(places)].some(([, name = '']) => secrets[name] === undefined);
