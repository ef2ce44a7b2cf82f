import { inLanguage, m } from '../i18n/index.ts';
import { siteName } from '../i18n/site-name.ts';
import type { Letter, LetterContent, LetterParts, Site } from './letter.ts';
import { letterAsHtml } from './letter-html.ts';
import { placeOf, withoutPlaces } from './secrets.ts';

const SECRET_URL = 'link';

/**
 * Writes a mail as plain text and as HTML, with greeting, closing and why it is sent. No name is greeted: Latvian, Lithuanian and
 * Polish would need it in another case. Throws when the button does not lead to a web address.
 */
export function composeMail(content: LetterContent, site: Site): Letter {
  const { button } = content;
  const address = button && (button.secretUrl ?? button.url);
  if (address !== undefined && !isWebAddress(address))
    throw new RangeError('A button leads to a web address.');
  const parts = inLanguage(content.language, () => lettersParts(content, site));
  return {
    subject: parts.subject,
    text: letterAsText(parts),
    html: letterAsHtml(parts),
    secrets: button?.secretUrl === undefined ? {} : { [SECRET_URL]: button.secretUrl },
  };
}

function lettersParts(content: LetterContent, { origin, notice }: Site): LetterParts {
  const { language, subject, paragraphs, button, ending, reason } = content;
  const because = reason === 'account' ? m.mail_reason_account() : m.mail_reason_entered();
  return {
    language,
    siteName,
    subject: withoutPlaces(subject),
    greeting: m.mail_greeting(),
    paragraphs: paragraphs.map(withoutPlaces),
    button: button && {
      label: withoutPlaces(button.label),
      url: button.secretUrl === undefined ? withoutPlaces(button.url) : placeOf(SECRET_URL),
      copy: m.mail_copy(),
    },
    ending: ending === undefined ? undefined : withoutPlaces(ending),
    closing: m.mail_closing(),
    footer: [because, notice ?? m.mail_notice(), origin].filter((line) => line !== '').map(withoutPlaces),
  };
}

function letterAsText({
  greeting,
  paragraphs,
  button,
  ending,
  closing,
  siteName,
  footer,
}: LetterParts): string {
  const parts = [
    greeting,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...(ending === undefined ? [] : [ending]),
    `${closing}\n${siteName}`,
    // Two hyphens and a space: mail programs know a signature by it, and leave it out of an answer.
    `-- \n${footer.join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function isWebAddress(text: string): boolean {
  return !/\s/.test(text) && ['https:', 'http:'].includes(URL.parse(text)?.protocol ?? '');
}
