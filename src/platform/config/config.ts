import { resolve } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import type { MailAddress, SmtpServer } from './mail-parsers.ts';
import { settings, type Setting, type SettingName } from './settings.ts';
import { translationOf, translationProblems, type TranslationConfig } from './translation.ts';

/** The checked settings. */
export interface Config {
  readonly port: number;
  /** Absent: every address of the machine. */
  readonly host: string | undefined;
  /** Scheme, host and port of absolute links. */
  readonly origin: string;
  /** Whether ORIGIN was set, or `origin` is only the local default. */
  readonly hasOwnOrigin: boolean;
  readonly trustProxy: boolean;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Absent: the one kept in the data folder. */
  readonly secret: string | undefined;
  /** Whether demonstration accounts are made and printed. */
  readonly hasDemonstration: boolean;
  /** Absent: the built-in, translated line. Empty: no line. */
  readonly notice: string | undefined;
  /** Absent: nobody is named. */
  readonly operator: string | undefined;
  /** An e-mail address or the https address of a page. Absent: none is shown. */
  readonly contact: string | undefined;
  /** Absent: no mail is sent, all are kept. */
  readonly mail: { readonly server: SmtpServer; readonly from: MailAddress } | undefined;
  /** Absent: nothing is translated by machine. */
  readonly translation: TranslationConfig | undefined;
  readonly logFormat: 'readable' | 'lines';
  /** In bytes. */
  readonly bodySizeLimit: number;
}

/** A setting that cannot be used; `message` is a whole line for the person who started Nacre. */
export interface ConfigProblem {
  readonly name: SettingName;
  readonly message: string;
}

/** The outcome of reading the settings: all of them, or all that is wrong. */
export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** The values of the settings by name; one that is missing, or cannot be used, is undefined. */
export type Values = {
  [Name in SettingName]: (typeof settings)[Name] extends Setting<infer Value> ? Value | undefined : never;
};

/** Never repeated in a message: it may hold a password. */
const secret: ReadonlySet<SettingName> = new Set<SettingName>([
  'DATABASE_URL',
  'NACRE_SECRET',
  'SMTP_URL',
  'NACRE_TRANSLATION_KEY',
]);

function readAll(env: NodeJS.ProcessEnv): { values: Values; problems: ConfigProblem[] } {
  const values: Partial<Record<SettingName, unknown>> = {};
  const problems: ConfigProblem[] = [];
  for (const name of Object.keys(settings) as SettingName[]) {
    const { parse, byDefault }: Setting<unknown> = settings[name];
    const text = env[name]?.trim() || byDefault;
    if (text === undefined) continue;
    const parsed = parse(text);
    if ('value' in parsed) values[name] = parsed.value;
    else
      problems.push({
        name,
        message: `${name}${secret.has(name) ? '' : `=${text.replaceAll(/\s+/g, ' ')}`} cannot be used: it should be ${parsed.expected}.`,
      });
  }
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined && !env.MAIL_FROM?.trim())
    problems.push({
      name: 'MAIL_FROM',
      message:
        'MAIL_FROM is missing: mails that go to SMTP_URL need a sender, like Nacre <nacre@town.example>.',
    });
  if (problems.length === 0) problems.push(...translationProblems(values as Values));
  return { values: values as Values, problems };
}

/** Reads and checks the settings of an environment. An empty variable counts as missing; every wrong one is named. */
export function readConfig(env: NodeJS.ProcessEnv): ConfigReading {
  const { values, problems } = readAll(env);
  if (problems.length > 0) return { ok: false, problems };
  // Each has a default, and a value that does not parse has been reported above.
  const port = values.PORT as number;
  return {
    ok: true,
    config: {
      port,
      host: values.HOST,
      origin: values.ORIGIN ?? `http://localhost:${port}`,
      hasOwnOrigin: values.ORIGIN !== undefined,
      trustProxy: values.TRUST_PROXY ?? false,
      databaseUrl: values.DATABASE_URL,
      dataFolder: resolve(projectRoot(), values.NACRE_DATA as string),
      secret: values.NACRE_SECRET,
      hasDemonstration: values.NACRE_DEMO ?? values.DATABASE_URL === undefined,
      notice: values.NACRE_NOTICE === 'none' ? '' : values.NACRE_NOTICE,
      operator: values.NACRE_OPERATOR,
      contact: values.NACRE_CONTACT,
      mail: values.SMTP_URL && values.MAIL_FROM && { server: values.SMTP_URL, from: values.MAIL_FROM },
      translation: translationOf(values),
      logFormat: values.NACRE_LOG ?? 'readable',
      bodySizeLimit: values.BODY_SIZE_LIMIT as number,
    },
  };
}
