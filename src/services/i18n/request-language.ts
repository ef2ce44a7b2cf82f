import { AsyncLocalStorage } from 'node:async_hooks';
import { getLocale, overwriteGetLocale, overwriteServerAsyncLocalStorage } from './paraglide/runtime.js';
import { defaultLanguage, isLanguage, type Language } from './languages.ts';

// Paraglide's messages ask this store which language the request is in, so that no page has to pass it along. The few pages with a script
// run in a browser too, which has no such store and one language: that of the page.
const store =
  typeof document === 'undefined'
    ? new AsyncLocalStorage<{ locale?: Language; origin?: string; messageCalls?: Set<string> }>()
    : undefined;
if (store) overwriteServerAsyncLocalStorage(store);
else
  overwriteGetLocale(() => {
    const { lang } = document.documentElement;
    return isLanguage(lang) ? lang : defaultLanguage;
  });

/** Runs `work` with every interface text in `language`. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return store ? store.run({ locale: language, origin: '', messageCalls: new Set() }, work) : work();
}

/** The language of the request at hand; English outside a request. */
export function currentLanguage(): Language {
  return getLocale();
}
