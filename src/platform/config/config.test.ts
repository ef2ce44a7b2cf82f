import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { settingsDocument } from './settings-table.ts';

const read = (env: Record<string, string> = {}) => {
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
};

test('without any setting Nacre serves http://localhost:3000 from its own database', () => {
  expect(read()).toMatchObject({
    port: 3000,
    origin: 'http://localhost:3000',
    hasOwnOrigin: false,
    trustProxy: false,
    databaseUrl: undefined,
    notice: undefined,
    bodySizeLimit: 524_288,
  });
});

test('links follow the port while no origin is set', () => {
  expect(read({ PORT: '4180' }).origin).toBe('http://localhost:4180');
});

test('an origin is normalised to scheme, host and port', () => {
  expect(read({ ORIGIN: 'HTTPS://Nacre.Example:443/' })).toMatchObject({
    origin: 'https://nacre.example',
    hasOwnOrigin: true,
  });
});

test('an empty variable counts as missing', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test('the notice can be replaced and, with "none", removed', () => {
  expect(read({ NACRE_NOTICE: 'Pilot of the city of Turku' }).notice).toBe('Pilot of the city of Turku');
  expect(read({ NACRE_NOTICE: 'none' }).notice).toBe('');
});

test('whoever runs the site may be named and written to', () => {
  expect(read()).toMatchObject({ operator: undefined, contact: undefined });
  expect(read({ NACRE_OPERATOR: 'Town of Nida', NACRE_CONTACT: 'pearls@nida.example' })).toMatchObject({
    operator: 'Town of Nida',
    contact: 'pearls@nida.example',
  });
  expect(read({ NACRE_CONTACT: 'https://nida.example/contact' }).contact).toBe(
    'https://nida.example/contact',
  );
});

test('without a mail server no mail is sent; with one, whom mails come from must be known', () => {
  expect(read({ MAIL_FROM: 'nacre@town.example' }).mail).toBeUndefined();
  expect(
    read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Nacre Rīga <nacre@town.example>' }).mail,
  ).toEqual({
    server: { host: 'mail.example', port: 587, isSecure: false, login: undefined },
    from: { name: 'Nacre Rīga', address: 'nacre@town.example' },
  });
  const reading = readConfig({ SMTP_URL: 'smtp://mail.example' });
  expect(reading).toMatchObject({ ok: false, problems: [{ name: 'MAIL_FROM' }] });
});

test('the address of the mail server holds its login, percent-encoded', () => {
  const server = (SMTP_URL: string) => read({ SMTP_URL, MAIL_FROM: 'a@b.example' }).mail?.server;
  expect(server('smtps://town%40mail.example:p%3A%2F%25%20w@[2001:db8::1]')).toEqual({
    host: '2001:db8::1',
    port: 465,
    isSecure: true,
    login: { user: 'town@mail.example', password: 'p:/% w' },
  });
  expect(server('SMTP://127.0.0.1:2525/')).toMatchObject({ port: 2525, isSecure: false, login: undefined });
});

test('nothing is translated by machine unless a provider is named, with what it needs', () => {
  expect(read({ NACRE_TRANSLATION_URL: 'https://translate.example' }).translation).toBeUndefined();
  expect(
    read({
      NACRE_TRANSLATION_PROVIDER: 'libretranslate',
      NACRE_TRANSLATION_URL: 'http://translate.town.example/api/',
      NACRE_TRANSLATION_TIMEOUT: '5',
    }).translation,
  ).toEqual({
    provider: 'libretranslate',
    url: 'http://translate.town.example/api',
    key: undefined,
    timeoutMs: 5000,
    monthlyCharacters: 400_000,
  });
  const deepl = (key: string) =>
    read({ NACRE_TRANSLATION_PROVIDER: 'deepl', NACRE_TRANSLATION_KEY: key }).translation?.url;
  expect(deepl('key:fx')).toBe('https://api-free.deepl.com');
  expect(deepl('key')).toBe('https://api.deepl.com');
});

test.each([
  ['NACRE_TRANSLATION_KEY', { NACRE_TRANSLATION_PROVIDER: 'deepl' }],
  ['NACRE_TRANSLATION_URL', { NACRE_TRANSLATION_PROVIDER: 'libretranslate' }],
  // A key goes to another machine only encrypted.
  [
    'NACRE_TRANSLATION_URL',
    {
      NACRE_TRANSLATION_PROVIDER: 'deepl',
      NACRE_TRANSLATION_KEY: 'pearl-secret',
      NACRE_TRANSLATION_URL: 'http://deepl.example',
    },
  ],
])('what a translation provider lacks is named: %s', (name, env) => {
  const reading = readConfig(env);
  expect(reading).toMatchObject({ ok: false, problems: [{ name }] });
  expect(JSON.stringify(reading)).not.toContain('pearl-secret');
});

describe('a wrong setting is named in one line', () => {
  const wrong: [string, string][] = [
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x50'],
    ['HOST', 'a b'],
    ['HOST', 'http://x'],
    ['ORIGIN', 'nacre.example'],
    ['ORIGIN', 'https://nacre.example/en'],
    ['ORIGIN', 'ftp://nacre.example'],
    ['ORIGIN', 'https://a:b@nacre.example'],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '1'],
    ['DATABASE_URL', 'mysql://localhost/nacre'],
    ['DATABASE_URL', 'postgres://localhost'],
    ['DATABASE_URL', 'localhost'],
    ['NACRE_SECRET', 'short'],
    ['NACRE_SECRET', 'long enough, but several words of it'],
    ['NACRE_CONTACT', 'the town hall'],
    ['NACRE_CONTACT', 'javascript:alert@x.y'],
    ['NACRE_CONTACT', 'http://nida.example/contact'],
    ['SMTP_URL', 'mail.example'],
    ['SMTP_URL', 'https://mail.example'],
    ['SMTP_URL', 'smtp://mail.example/inbox'],
    ['SMTP_URL', 'smtp://mail.example?pool=true'],
    ['SMTP_URL', 'smtp://user@mail.example'],
    ['SMTP_URL', 'smtp://:password@mail.example'],
    ['SMTP_URL', 'smtp://user:pass%wd@mail.example'],
    ['SMTP_URL', 'smtp://mail.example:0'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'Nacre'],
    ['MAIL_FROM', 'Nacre <nacre>'],
    ['MAIL_FROM', 'nacre@town.example, other@town.example'],
    ['MAIL_FROM', 'Nacre <nacre@town.example> <other@town.example>'],
    ['MAIL_FROM', 'Nacre\nBcc: x <nacre@town.example>'],
    ['NACRE_TRANSLATION_PROVIDER', 'babelfish'],
    ['NACRE_TRANSLATION_URL', 'translate.example'],
    ['NACRE_TRANSLATION_URL', 'https://user:word@translate.example'],
    ['NACRE_TRANSLATION_KEY', 'two words'],
    ['NACRE_TRANSLATION_TIMEOUT', '0'],
    ['NACRE_TRANSLATION_MONTHLY_CHARACTERS', 'many'],
    ['NACRE_LOG', 'loud'],
    ['BODY_SIZE_LIMIT', 'Infinity'],
    ['BODY_SIZE_LIMIT', '10MB'],
  ];
  test.each(wrong)('%s=%s', (name, text) => {
    const reading = readConfig({ [name]: text });
    expect(reading).toMatchObject({ ok: false, problems: [{ name }] });
    const [problem] = reading.ok ? [] : reading.problems;
    expect(problem?.message).toContain(name);
    expect(problem?.message).not.toContain('\n');
  });
});

test('all that is wrong is told at once', () => {
  const reading = readConfig({ PORT: 'x', TRUST_PROXY: 'x' });
  expect(reading.ok ? [] : reading.problems.map((problem) => problem.name)).toEqual(['PORT', 'TRUST_PROXY']);
});

test('a connection string that cannot be used is not repeated: it may hold a password', () => {
  const reading = readConfig({ DATABASE_URL: 'postgrs://nacre:pearl-secret@db/nacre' });
  expect(JSON.stringify(reading)).not.toContain('pearl-secret');
});

test('the password of a mail server is not repeated', () => {
  for (const SMTP_URL of [
    'smtp://nacre:pearl-secret%@mail.example',
    'smpt://nacre:pearl-secret@mail.example',
  ]) {
    const reading = readConfig({ SMTP_URL });
    expect(reading.ok).toBe(false);
    expect(JSON.stringify(reading)).not.toContain('pearl-secret');
  }
});

test('the key of a translation provider is not repeated', () => {
  const reading = readConfig({ NACRE_TRANSLATION_KEY: 'pearl secret' });
  expect(reading.ok).toBe(false);
  expect(JSON.stringify(reading)).not.toContain('pearl secret');
});

test('a secret that cannot be used is not repeated', () => {
  const reading = readConfig({ NACRE_SECRET: 'pearl-secret' });
  expect(reading.ok).toBe(false);
  expect(JSON.stringify(reading)).not.toContain('pearl-secret');
});

test('docs/settings.md is what the settings say (npm run docs:settings)', async () => {
  expect(await readFile('docs/settings.md', 'utf8')).toBe(settingsDocument());
});
