import { AsyncLocalStorage } from 'node:async_hooks';
import { getLocale, overwriteServerAsyncLocalStorage } from './paraglide/runtime.js';
import type { Language } from './languages.ts';

// Paraglide's messages ask this store which language the request is in, so that no page has to pass it along.
const store = new AsyncLocalStorage<{ locale?: Language; origin?: string; messageCalls?: Set<string> }>();
overwriteServerAsyncLocalStorage(store);

/** Runs `work` with every interface text in `language`. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return store.run({ locale: language, origin: '', messageCalls: new Set() }, work);
}

/** The language of the request at hand; English outside a request. */
export function currentLanguage(): Language {
  return getLocale();
}
