import type { Language } from '#services/i18n/languages.ts';

/** Where texts are translated by machine, and within which bounds: as the environment sets it. */
export type { TranslationConfig as TranslationSettings } from '#platform/config/translation.ts';

/** A provider: texts in, as many texts out, in their order. Throws `TranslationFailure`. */
export interface Translator {
  translate(texts: readonly string[], from: Language, to: Language): Promise<string[]>;
}

/**
 * What kept a provider from answering: `later` may pass by itself, `quota` when its owner allows more or the month ends, `refused`
 * will be refused again.
 */
export type FailureKind = 'later' | 'quota' | 'refused';

/** Never holds a text or the key: it is logged. */
export class TranslationFailure extends Error {
  override name = 'TranslationFailure';
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
