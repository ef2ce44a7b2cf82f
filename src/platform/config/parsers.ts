/** The value of a setting read from its text, or what it should have been. */
export type Parsed<Value> = { readonly value: Value } | { readonly expected: string };

/** Reads one setting's text. */
export type Parser<Value> = (text: string) => Parsed<Value>;

/** A whole number from `least` to `most`. */
export const wholeNumber =
  (least: number, most: number): Parser<number> =>
  (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    return value >= least && value <= most
      ? { value }
      : { expected: `a whole number from ${least} to ${most}` };
  };

/** Any text of one line. */
export const line: Parser<string> = (text) =>
  /[\r\n]/.test(text) ? { expected: 'one line of text' } : { value: text.trim() };

/** Text that nobody guesses: at least 32 characters, without spaces. */
export const secretText: Parser<string> = (text) =>
  /^\S{32,512}$/.test(text)
    ? { value: text }
    : { expected: '32 or more characters without a space, for example from `openssl rand -base64 32`' };

/** An e-mail address, or the web address of a page to write from. */
export const contactAddress: Parser<string> = (text) => {
  const isMail = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) && !text.includes(':');
  const isPage = URL.parse(text)?.protocol === 'https:';
  return isMail || isPage
    ? { value: text }
    : { expected: 'an e-mail address, or an address like https://nacre.example/contact' };
};

/** `on` or `off`. */
export const onOff: Parser<boolean> = (text) => {
  const word = text.toLowerCase();
  return word === 'on' || word === 'off' ? { value: word === 'on' } : { expected: 'on or off' };
};

/** A host name or address to listen on. */
export const hostName: Parser<string> = (text) =>
  /^[\w.:%-]+$/.test(text) ? { value: text } : { expected: 'a host name or an IP address' };

/** Scheme, host and port of a web address, nothing behind them. */
export const webOrigin: Parser<string> = (text) => {
  const url = URL.parse(text);
  const isOrigin =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username;
  return isOrigin
    ? { value: url.origin }
    : { expected: 'an address like https://nacre.example, without a path' };
};

/** A web address with or without a path, no slash at its end; nothing behind it, and nobody's name in it. */
export const webAddress: Parser<string> = (text) => {
  const url = URL.parse(text);
  const isPlain =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    !url.search &&
    !url.hash &&
    !url.username &&
    !url.password;
  return isPlain
    ? { value: url.href.replace(/\/+$/, '') }
    : { expected: 'an address like https://translate.example' };
};

/** A key as a provider gives it out: one word. */
export const keyText: Parser<string> = (text) =>
  /^[\x21-\x7e]{1,500}$/.test(text) ? { value: text } : { expected: 'one word without spaces' };

/** A connection string of PostgreSQL. */
export const postgresUrl: Parser<string> = (text) => {
  const url = URL.parse(text);
  const isPostgres = url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
  return isPostgres
    ? { value: text }
    : { expected: 'a connection string like postgres://user:password@host:5432/database' };
};

const UNITS = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 } as const;

/** A number of bytes, with K, M or G behind it for powers of 1024. */
export const byteSize: Parser<number> = (text) => {
  const [, digits, unit] = /^(\d{1,12})([KMG]?)$/i.exec(text) ?? [];
  if (digits === undefined) return { expected: 'a number of bytes like 524288, 512K or 10M' };
  return { value: Number(digits) * UNITS[(unit ?? '').toUpperCase() as keyof typeof UNITS] };
};

/** One of the given words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Parser<Word> =>
  (text) => {
    const value = words.find((word) => word === text);
    return value === undefined ? { expected: words.join(' or ') } : { value };
  };
