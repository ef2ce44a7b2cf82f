import {
  byteSize,
  hostName,
  contactAddress,
  keyText,
  line,
  onOff,
  oneOf,
  postgresUrl,
  secretText,
  webAddress,
  webOrigin,
  wholeNumber,
  type Parser,
} from './parsers.ts';
import { mailAddress, smtpUrl } from './mail-parsers.ts';

/** One setting of the environment. */
export interface Setting<Value> {
  readonly parse: Parser<Value>;
  /** The text that counts when the variable is missing or empty; none: the setting is then left out. */
  readonly byDefault?: string;
  /** The default in words, where it depends on something else. */
  readonly defaultInWords?: string;
  readonly meaning: string;
}

const setting = <Value>(described: Setting<Value>): Setting<Value> => described;

/** Every setting of Nacre, by the name of its environment variable: what is checked at start and what docs/settings.md says. */
export const settings = {
  PORT: setting({
    parse: wholeNumber(1, 65_535),
    byDefault: '3000',
    meaning: 'The port that the web server listens on.',
  }),
  HOST: setting({
    parse: hostName,
    defaultInWords: 'every address of the machine',
    meaning: 'The address that the web server listens on. `127.0.0.1` hides it from other machines.',
  }),
  ORIGIN: setting({
    parse: webOrigin,
    defaultInWords: '`http://localhost:` and the port',
    meaning:
      'The public address, for example `https://nacre.example`. Every absolute link is made from it, never from what a request says. ' +
      'Set it whenever Nacre is public: forms are then accepted from this address alone.',
  }),
  TRUST_PROXY: setting({
    parse: onOff,
    byDefault: 'off',
    meaning:
      '`on` when a reverse proxy stands in front and sets `x-forwarded-proto`, `-host` and `-for` itself. Off, these headers are thrown away: ' +
      'anybody could send them.',
  }),
  DATABASE_URL: setting({
    parse: postgresUrl,
    defaultInWords: 'an embedded PostgreSQL in `NACRE_DATA`',
    meaning:
      'A PostgreSQL of your own (16 or newer; developed on 18), as `postgres://user:password@host:5432/database`. Several processes may share it.',
  }),
  NACRE_DATA: setting({
    parse: line,
    byDefault: '.data',
    meaning: 'The folder of everything that Nacre keeps, from the clone unless it begins with `/`.',
  }),
  NACRE_SECRET: setting({
    parse: secretText,
    defaultInWords: 'one is made at first use and kept in `NACRE_DATA`',
    meaning:
      'What readers’ cookies (their shortlists) are signed with: 32 or more characters. Set it where several processes that do not share ' +
      '`NACRE_DATA` serve one site; with another secret all shortlists are empty.',
  }),
  NACRE_DEMO: setting({
    parse: onOff,
    defaultInWords: '`on` with the embedded PostgreSQL, `off` with `DATABASE_URL`',
    meaning:
      'Whether there are demonstration accounts, one a role, whose passwords are printed at every start. `npm run demo:remove` removes them for good. ' +
      '`off` before a site is public.',
  }),
  NACRE_NOTICE: setting({
    parse: line,
    defaultInWords: '“Demonstration. Not run by the programme.” in the reader’s language',
    meaning: 'The line on every page that says what this site is. `none` removes it.',
  }),
  NACRE_OPERATOR: setting({
    parse: line,
    defaultInWords: 'nobody is named',
    meaning: 'The name of whoever runs this site, shown on its page about itself.',
  }),
  NACRE_CONTACT: setting({
    parse: contactAddress,
    defaultInWords: 'none is shown',
    meaning:
      'Where readers may write: an e-mail address, or the `https://` address of a page. Shown on the page about the site and on the page ' +
      'that says that something went wrong.',
  }),
  SMTP_URL: setting({
    parse: smtpUrl,
    defaultInWords: 'no mail is sent; all are kept and shown to the secretariat',
    meaning:
      'The mail server that mails are handed to: `smtps://user:password@smtp.example:465`, or `smtp://smtp.example:587`, where TLS is begun ' +
      'when the server offers it. Special characters of user and password are percent-encoded. To another machine a password is only sent ' +
      'encrypted. Needs `MAIL_FROM`.',
  }),
  MAIL_FROM: setting({
    parse: mailAddress,
    defaultInWords: 'none, as long as no mail is sent',
    meaning:
      'Whom mails come from: `Nacre <nacre@town.example>`. The mail server must be allowed to send for its domain (SPF, DKIM), or the mails end ' +
      'as spam.',
  }),
  NACRE_TRANSLATION_PROVIDER: setting({
    parse: oneOf('libretranslate', 'deepl'),
    defaultInWords: 'nothing is translated by machine',
    meaning:
      'Who translates practices by machine when a translator asks for it: `libretranslate` or `deepl`. The published words of that practice ' +
      'are sent there, nothing else, and what comes back is marked as made by a machine.',
  }),
  NACRE_TRANSLATION_URL: setting({
    parse: webAddress,
    defaultInWords:
      'for `deepl`: `https://api-free.deepl.com` with a key that ends in `:fx`, else `https://api.deepl.com`',
    meaning:
      'The address of the translation provider, for example `https://translate.example`. LibreTranslate needs it. To another machine a key is ' +
      'only sent to an `https://` address.',
  }),
  NACRE_TRANSLATION_KEY: setting({
    parse: keyText,
    defaultInWords: 'none is sent',
    meaning: 'The key of the translation provider. DeepL needs it.',
  }),
  NACRE_TRANSLATION_TIMEOUT: setting({
    parse: wholeNumber(1, 120),
    byDefault: '30',
    meaning: 'How long one request to the translation provider may take, in seconds.',
  }),
  NACRE_TRANSLATION_MONTHLY_CHARACTERS: setting({
    parse: wholeNumber(1, 1_000_000_000),
    byDefault: '400000',
    meaning:
      'How many characters are sent to the translation provider in a calendar month at most; then machine translation waits for the next. The ' +
      'free plan of DeepL has 500,000.',
  }),
  NACRE_LOG: setting({
    parse: oneOf('readable', 'lines'),
    byDefault: 'readable',
    meaning: 'How the log is written: `readable` for a person, `lines` for one JSON object a line.',
  }),
  BODY_SIZE_LIMIT: setting({
    parse: byteSize,
    byDefault: '512K',
    meaning:
      'The largest request body taken, in bytes, or with K, M or G; pages that take files have limits of their own.',
  }),
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof settings;
