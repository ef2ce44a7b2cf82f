import { expect, test, type Page } from '@playwright/test';
import { pageKinds } from '../web/page-kinds.ts';

/** The marks in the order in which Tab meets them, and whether each is seen to have the focus. */
async function tabOverMarks(page: Page): Promise<{ name: string; isMarked: boolean }[]> {
  const met: { name: string; isMarked: boolean }[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const mark = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused?.matches('main svg a')) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { top, bottom } = focused.getBoundingClientRect();
      const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return {
        name: focused.getAttribute('aria-label') ?? '',
        isMarked: isMarked && bottom > 0 && top < innerHeight,
      };
    });
    if (mark) met.push(mark);
    else if (met.length > 0) return met;
  }
  return met;
}

test('every mark of the map is reached by keyboard, from north to south, and its place is one step away', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'looks with a script');
  // Every link before the marks is passed by, one key at a time.
  test.slow();
  await page.goto(pageKinds.map('en'));
  const marks = page.locator('main svg a');
  const met = await tabOverMarks(page);
  expect(met).toHaveLength(await marks.count());
  expect(met.filter(({ isMarked }) => !isMarked)).toEqual([]);
  expect(met.at(-1)?.name).toBe('Krosno: 1 practice');

  await marks.filter({ hasText: 'Krosno' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/practices\?place=krosno$/);
  await expect(page.locator('main article')).toHaveCount(1);
});

test('from the region to a country, to a filter, to the list, with the choice kept', async ({ page }) => {
  await page.goto(pageKinds.map('en'));
  await page.getByRole('link', { name: 'Finland', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/map\?country=FI$/);
  await page.getByRole('searchbox').fill('culture');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/\/en\/map\?q=culture&country=FI#results$/);
  await page.getByRole('link', { name: 'Show as a list of practices' }).click();
  await expect(page).toHaveURL(/\/en\/practices\?q=culture&country=FI$/);
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(page).toHaveURL(/\/en\/map\?q=culture&country=FI$/);
});

test('the land is drawn, not only its marks', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'looks with a script');
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(pageKinds.map('en'), { waitUntil: 'networkidle' });
  const land = await page
    .locator('main svg use.countries')
    .evaluate((use: SVGUseElement) => use.getBBox().width);
  expect(land).toBeGreaterThan(500);
  expect(refused).toEqual([]);
});

test('a printed map has its places and their list, and no filters', async ({ page }) => {
  await page.goto(pageKinds.map('pl'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main svg')).toBeVisible();
  await expect(page.locator('#places')).toBeVisible();
  await expect(page.locator('main form')).toBeHidden();
  const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(3);
});
