import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext } from '@playwright/test';
import { connect, type Database } from '../../src/platform/database/connect.ts';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { siteSecret } from '../../src/platform/session/secret.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';

const dataFolder = process.env['NACRE_TEST_DATA'] ?? '';
let db: Database;
let editor: SignedIn;
let translator: SignedIn;

test.beforeAll(async ({}, { workerIndex }) => {
  db = connect(urlOf(socketFolder(join(dataFolder, 'postgres')), DATABASE_USER), { max: 2 });
  const secret = siteSecret({ dataFolder, secret: undefined }, () => {});
  const letters = `${workerIndex}-${Date.now()}`.replaceAll(
    /\d/g,
    (digit) => 'abcdefghij'[Number(digit)] ?? '',
  );
  editor = await signedIn(db, secret, `Editor ${letters}`, { roles: [{ role: 'editor', scope: '' }] });
  translator = await signedIn(db, secret, `Translator ${letters}`, {
    roles: [{ role: 'translator', scope: 'lv' }],
  });
});
test.afterAll(() => db.destroy());

async function as(context: BrowserContext, { cookie }: SignedIn, baseURL: string | undefined): Promise<void> {
  const [name = ''] = cookie.split('=');
  await context.addCookies([{ name, value: cookie.slice(name.length + 1), url: baseURL ?? '' }]);
}

const pages = [
  ['de', 'contribute/translations?to=fi'],
  ['fi', 'contribute/translations?to=fi&state=missing'],
  ['lv', 'contribute/translations/NP-3/lv'],
  ['de', 'contribute/translations/NP-12/de'],
] as const;

for (const [language, path] of pages)
  test(
    `axe finds nothing on the page /${path} in ${language}, and it is no wider than its window`,
    { tag: ['@phone', '@narrow'] },
    async ({ page, context, baseURL, javaScriptEnabled }) => {
      test.skip(!javaScriptEnabled, 'axe is a script');
      await as(context, editor, baseURL);
      await page.goto(`/${language}/${path}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
  );

test(
  'a translator finds the work, translates beside the original, and readers find it',
  { tag: '@phone' },
  async ({ page, context, baseURL, javaScriptEnabled, isMobile }) => {
    await as(context, translator, baseURL);
    // The journey runs in several windows at the same time.
    const number = isMobile ? 21 : javaScriptEnabled ? 22 : 23;
    await db
      .deleteFrom('practice_text')
      .where('practice_id', '=', number)
      .where('language', '=', 'lv')
      .execute();
    await page.goto('/en/contribute');
    await page.getByRole('link', { name: 'Translations', exact: true }).click();
    await page.getByRole('link', { name: /^Not translated/ }).click();
    await page.locator(`main a[href$="/NP-${number}/lv"]`).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Translation: Latvian');
    const title = `Tulkotas kāpnes ${number}`;
    for (const field of await page.locator('form.pairs').locator('input:not([type=hidden]), textarea').all())
      await field.fill(title);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toContainText('Your translation is saved.');
    await page.getByRole('textbox', { name: 'Summary' }).fill('');
    await page.getByRole('button', { name: 'Publish as checked' }).click();
    await expect(page.getByRole('alert')).toContainText('Summary: Nothing has been entered here yet.');
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByRole('textbox', { name: 'Summary' }).fill('Kopsavilkums');
    await page.getByRole('button', { name: 'Publish as checked' }).click();
    await expect(page.getByRole('status')).toContainText('The translation is published.');
    await page.getByRole('link', { name: 'See the published practice' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  },
);
