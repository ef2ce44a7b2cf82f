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
let office: SignedIn;
let officer: SignedIn;

test.beforeAll(async ({}, { workerIndex }) => {
  db = connect(urlOf(socketFolder(join(dataFolder, 'postgres')), DATABASE_USER), { max: 2 });
  const secret = siteSecret({ dataFolder, secret: undefined }, () => {});
  const letters = String.fromCharCode(97 + (workerIndex % 26), 97 + (Math.floor(Date.now() / 7) % 26));
  const number = `${workerIndex}-${Date.now()}`.replaceAll(
    /\d/g,
    (digit) => 'abcdefghij'[Number(digit)] ?? '',
  );
  office = await signedIn(db, secret, `Office ${letters}${number}`, {
    roles: [{ role: 'secretariat', scope: '' }],
  });
  officer = await signedIn(db, secret, `Officer ${letters}${number}`);
});
test.afterAll(() => db.destroy());

async function as(context: BrowserContext, { cookie }: SignedIn, baseURL: string | undefined): Promise<void> {
  const [name = ''] = cookie.split('=');
  await context.addCookies([{ name, value: cookie.slice(name.length + 1), url: baseURL ?? '' }]);
}

const pages = [
  ['lv', 'secretariat'],
  ['fi', 'secretariat/people'],
  ['de', 'secretariat/people/OWN?role=translator'],
  ['pl', 'secretariat/invitations?role=juror'],
  ['lt', 'secretariat/claims'],
  ['et', 'secretariat/audit'],
  ['da', 'secretariat/outbox'],
  ['sv', 'secretariat/settings'],
  ['lt', 'secretariat/vocabulary'],
  ['fi', 'secretariat/vocabulary/method/visioning'],
  ['de', 'secretariat/vocabulary/new?scheme=targetGroup'],
  ['pl', 'secretariat/vocabulary/method/visioning/merge?into=method:barcamp'],
  ['fi', 'towns/rujiena/team'],
  ['de', 'towns/vormsi/claim'],
] as const;

for (const [language, path] of pages)
  test(
    `axe finds nothing on the page /${path} in ${language}, and it is no wider than its window`,
    { tag: '@phone' },
    async ({ page, context, baseURL, javaScriptEnabled }) => {
      test.skip(!javaScriptEnabled, 'axe is a script');
      await as(context, office, baseURL);
      await page.goto(`/${language}/${path.replace('OWN', String(office.id))}`);
      for (const summary of await page.locator('main details > summary').all()) await summary.click();
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

test('an officer asks for a town, is confirmed, and invites a colleague', async ({
  browser,
  baseURL,
  page,
  context,
  javaScriptEnabled,
}) => {
  await as(context, officer, baseURL);
  // The journey runs with and without JavaScript at the same time.
  const town = javaScriptEnabled ? 'jakobstad' : 'rujiena';
  await db.deleteFrom('town_claim').where('place_id', '=', town).execute();
  await db.updateTable('role_grant').set({ revoked_at: new Date() }).where('scope', '=', town).execute();
  await page.goto(`/en/towns/${town}`);
  await page.getByRole('link', { name: 'Do you work for this town?' }).click();
  await page.getByLabel('Organisation').fill('The municipality');
  await page.getByLabel('Job title').fill('Cultural officer');
  await page.getByLabel('Why you ask to represent this town').fill('The mayor asked me to.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('status')).toContainText('with the secretariat');

  const desk = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  await as(desk, office, baseURL);
  const claims = await desk.newPage();
  await claims.goto('/en/secretariat');
  await claims.getByRole('link', { name: /Requests to represent a town, to be decided/ }).click();
  const claim = claims.locator('section', { hasText: officer.email });
  await claim.getByRole('button', { name: /Confirm/ }).click();
  await expect(claims.getByRole('status').first()).toContainText('The decision is saved');
  await desk.close();

  await page.goto(`/en/towns/${town}`);
  await page.getByRole('link', { name: 'The town’s team' }).click();
  await page.getByLabel('E-mail address').fill('colleague@town.example');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('status')).toContainText('on its way');
  await expect(page.getByText('colleague@town.example', { exact: true })).toBeVisible();
  // The last owner cannot leave, and is told where the page looks.
  await page.getByRole('button', { name: /Leave the team/ }).click();
  await expect(page.getByRole('alert')).toContainText('last owner');
  await expect(page.getByRole('alert')).toBeFocused();
});
