import type { TranslationState, TranslationView } from '#domains/practices/index.ts';
import { m } from '#services/i18n/index.ts';

/** How a practice stands in a language. */
export const translationStateNames: Record<TranslationState, () => string> = {
  stale: m.translate_state_stale,
  missing: m.translate_state_missing,
  machine: m.translate_state_machine,
  reviewed: m.translate_state_reviewed,
};

type MachineProblem = NonNullable<NonNullable<TranslationView['machine']>['problem']>;

/** Why there is no machine translation. */
export const machineProblems: Record<MachineProblem, () => string> = {
  quota: m.translate_failed_quota,
  refused: m.translate_failed_refused,
  unreachable: m.translate_failed_unreachable,
};

/** What readers and translators know the provider by. */
export const providerNames = { deepl: 'DeepL', libretranslate: 'LibreTranslate' } as const;
