import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Database } from '../../src/platform/database/connect.ts';
import { as, journeyDatabase, journeySecret, lettersOf } from '../setup/journey-people.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';

let db: Database;
let office: SignedIn;
let officer: SignedIn;

test.beforeAll(async ({}, { workerIndex }) => {
  db = journeyDatabase();
  const letters = lettersOf(workerIndex);
  office = await signedIn(db, journeySecret(), `Office ${letters}`, {
    roles: [{ role: 'secretariat', scope: '' }],
  });
  officer = await signedIn(db, journeySecret(), `Officer ${letters}`);
});
test.afterAll(() => db.destroy());

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
