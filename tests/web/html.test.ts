import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { hasJava, validateHtml } from '../setup/vnu.ts';
import { pageKinds, pageVariants } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();
const every = Object.entries({ ...pageKinds, ...pageVariants });

const isJavaHere = await hasJava();

describe('the HTML of the pages', () => {
  it.skipIf(!isJavaHere)(
    'has no error, of any kind of page in any language',
    async () => {
      const pages = await Promise.all(
        every.flatMap(([kind, address]) =>
          languages.map(async (language) => ({
            name: `${kind} in ${language}`,
            html: (await app.ask(address(language))).text,
          })),
        ),
      );
      expect(pages).toHaveLength(every.length * languages.length);
      const faults = await validateHtml(pages);
      expect(
        faults
          .filter(({ type }) => type === 'error')
          .map(({ page, line, message, extract }) => `${page}:${line} ${message} ${extract}`),
      ).toEqual([]);
    },
    120_000,
  );
});
