import type { ConfigProblem, Values } from './config.ts';

/** Who translates by machine, and within which bounds. */
export interface TranslationConfig {
  readonly provider: 'libretranslate' | 'deepl';
  /** Of its interface, without what each request adds; no slash at the end. */
  readonly url: string;
  /** Absent: it asks for none. */
  readonly key: string | undefined;
  /** For one request. */
  readonly timeoutMs: number;
  /** Sent in one calendar month at most. */
  readonly monthlyCharacters: number;
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

function addressOf(values: Values): string | undefined {
  if (values.NACRE_TRANSLATION_URL !== undefined) return values.NACRE_TRANSLATION_URL;
  if (values.NACRE_TRANSLATION_PROVIDER !== 'deepl') return undefined;
  // The provider's own way of telling its free plan from the other.
  return values.NACRE_TRANSLATION_KEY?.endsWith(':fx')
    ? 'https://api-free.deepl.com'
    : 'https://api.deepl.com';
}

/** What is missing among the settings of a provider, or does not go together; the key is not repeated. */
export function translationProblems(values: Values): ConfigProblem[] {
  const provider = values.NACRE_TRANSLATION_PROVIDER;
  if (provider === undefined) return [];
  const [url, key] = [addressOf(values), values.NACRE_TRANSLATION_KEY];
  if (provider === 'deepl' && key === undefined)
    return [
      {
        name: 'NACRE_TRANSLATION_KEY',
        message: 'NACRE_TRANSLATION_KEY is missing: DeepL answers nobody without a key.',
      },
    ];
  if (url === undefined)
    return [
      {
        name: 'NACRE_TRANSLATION_URL',
        message: 'NACRE_TRANSLATION_URL is missing: where is the LibreTranslate that should be asked?',
      },
    ];
  const { protocol, hostname } = new URL(url);
  return key !== undefined && protocol === 'http:' && !isThisMachine(hostname)
    ? [
        {
          name: 'NACRE_TRANSLATION_URL',
          message: 'NACRE_TRANSLATION_URL cannot be used: a key is only sent to an https:// address.',
        },
      ]
    : [];
}

/** The provider, once nothing is missing; undefined where there is none. */
export function translationOf(values: Values): TranslationConfig | undefined {
  const [provider, url] = [values.NACRE_TRANSLATION_PROVIDER, addressOf(values)];
  if (provider === undefined || url === undefined) return undefined;
  return {
    provider,
    url,
    key: values.NACRE_TRANSLATION_KEY,
    // Both have a default.
    timeoutMs: (values.NACRE_TRANSLATION_TIMEOUT ?? 30) * 1000,
    monthlyCharacters: values.NACRE_TRANSLATION_MONTHLY_CHARACTERS ?? 0,
  };
}
