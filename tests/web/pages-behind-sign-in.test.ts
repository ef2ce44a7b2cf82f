import { expect, test } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { makePagesBehindSignIn } from '../setup/pages-behind-sign-in.ts';
import { hasJava, validateHtml } from '../setup/vnu.ts';
import { runningApp } from './running-app.ts';

const secret = 'a-secret-of-the-tests-and-not-of-a-site';
const app = await runningApp({ NACRE_SECRET: secret });
const pages = Object.values(await makePagesBehindSignIn(app.db, secret));
const isJavaHere = await hasJava();

test.each(languages)('every page behind the sign-in is there in %s, and kept by nobody', async (language) => {
  // The site hears of its settings a moment after they are set.
  await expect.poll(async () => (await app.ask(`/${language}/privacy`)).status).toBe(200);
  for (const { name, path, reader } of pages) {
    const answer = await app.ask(`/${language}${path}`, {
      headers: { accept: 'text/html', ...(reader && { cookie: reader.cookie }) },
    });
    expect([name, answer.status]).toEqual([name, 200]);
    expect(answer.text).not.toMatch(/undefined|\[object/);
    if (reader) expect([name, answer.headers['cache-control']]).toEqual([name, 'private, no-store']);
  }
});

test.skipIf(!isJavaHere)(
  'the HTML of the pages behind the sign-in has no error',
  async () => {
    const asked = await Promise.all(
      pages.flatMap(({ name, path, reader }) =>
        (['en', 'fi'] as const).map(async (language) => ({
          name: `${name} in ${language}`,
          html: (
            await app.ask(`/${language}${path}`, {
              headers: { accept: 'text/html', ...(reader && { cookie: reader.cookie }) },
            })
          ).text,
        })),
      ),
    );
    const faults = await validateHtml(asked);
    expect(
      faults
        .filter(({ type }) => type === 'error')
        .map(({ page, line, message, extract }) => `${page}:${line} ${message} ${extract}`),
    ).toEqual([]);
  },
  120_000,
);
