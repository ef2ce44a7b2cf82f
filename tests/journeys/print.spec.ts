import { expect, test } from '@playwright/test';
import { pageKinds } from '../web/page-kinds.ts';

test('a printed list holds its practices and neither filters nor ways to click', async ({ page }) => {
  await page.goto(pageKinds.list('en'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main article').first()).toBeVisible();
  await expect(page.locator('main form')).toBeHidden();
  await expect(page.locator('header nav')).toBeHidden();
  await expect(page.locator('details.languages')).toBeHidden();
});

test('a printed practice is a report of a few pages with its sources', async ({ page }) => {
  await page.goto(pageKinds.practice('de'));
  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThanOrEqual(1);
  expect(sheets).toBeLessThanOrEqual(5);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#sources')).toBeVisible();
  await expect(page.locator('.sources a').first()).toBeVisible();
  await expect(page.locator('header nav')).toBeHidden();
});
