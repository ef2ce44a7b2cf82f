import type { Reason } from '#platform/result.ts';
import { formatNumber, m, type Language } from '#services/i18n/index.ts';
import { refusalText } from './problem-text.ts';

type Values = { most: string; least: string };

const texts: Record<string, (values: Values) => string> = {
  pictures_problem_none: () => m.pictures_problem_none(),
  pictures_problem_empty: () => m.pictures_problem_empty(),
  pictures_problem_bytes: ({ most }) => m.pictures_problem_bytes({ most }),
  pictures_problem_kind: () => m.pictures_problem_kind(),
  pictures_problem_broken: () => m.pictures_problem_broken(),
  pictures_problem_pixels: ({ most }) => m.pictures_problem_pixels({ most }),
  pictures_problem_small: ({ least }) => m.pictures_problem_small({ least }),
  pictures_problem_large: ({ most }) => m.pictures_problem_large({ most }),
  pictures_problem_moving: () => m.pictures_problem_moving(),
  pictures_problem_busy: () => m.pictures_problem_busy(),
  pictures_problem_form: () => m.pictures_problem_form(),
};

/** Why a picture was not taken, or the page not saved, in the reader's language. */
export function pictureReason({ key, params = {} }: Reason, language: Language): string {
  const text = texts[key];
  if (!text) return refusalText(key);
  const value = (name: string) => formatNumber(Number(params[name] ?? 0), language);
  return text({ most: value('most'), least: value('least') });
}
