import { expect, test } from '@playwright/test';

test(
  'a visitor finds a practice by words and filters, and reads it in another language',
  { tag: ['@phone', '@dark'] },
  async ({ page }) => {
    await page.goto('/en');
    await page.getByRole('search').getByRole('searchbox').fill('theatre');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/en\/practices\?q=theatre$/);
    await expect(page.getByRole('searchbox')).toHaveValue('theatre');
    const byWords = await page.locator('main article').count();
    expect(byWords).toBeGreaterThan(1);
    await expect(page.locator('main article mark').first()).toBeVisible();

    const filters = page.locator('details.panel > summary');
    if (await filters.isVisible()) await filters.click();
    const country = page.locator('details.facet', { has: page.locator('input[name=country]') });
    await country.locator('summary').click();
    await country.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Show results' }).click();
    await expect(page).toHaveURL(/q=theatre.*&country=[A-Z]{2}/);
    const filtered = await page.locator('main article').count();
    expect(filtered).toBeGreaterThan(0);
    expect(filtered).toBeLessThan(byWords);

    await page.getByRole('link', { name: /^Remove: Country/ }).click();
    await expect(page).toHaveURL(/\/en\/practices\?q=theatre$/);
    await expect(page.locator('main article')).toHaveCount(byWords);

    const card = page.locator('main article').first();
    const title = (await card.getByRole('heading').innerText()).trim();
    await card.getByRole('heading').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();

    const address = new URL(page.url()).pathname;
    await page.locator('details.languages summary').click();
    await page.getByRole('link', { name: 'Latviešu' }).click();
    await expect(page).toHaveURL(address.replace('/en/', '/lv/'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);

    await page.goto('/');
    await expect(page).toHaveURL(/\/lv$/);
  },
);

test('a visitor who asks too much is led back to practices', async ({ page }) => {
  await page.goto('/en/practices?q=theatre&country=NO');
  await expect(page.locator('main article')).toHaveCount(0);
  await page.getByRole('link', { name: 'the filter “Country”' }).click();
  await expect(page.locator('main article').first()).toBeVisible();
});
