import { expect, test } from '@playwright/test';

const everyView = { tag: ['@phone', '@narrow', '@dark'] };

test('the address without a language leads to a page in one', everyView, async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  expect(new URL(page.url()).pathname).toMatch(/^\/(en|lv|lt|et|fi|sv|da|de|pl)(\/|$)/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const isCut = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
  expect(isCut, 'the page is wider than its window').toBe(false);
});

test('the server says that it is alive, and ready when its database is', async ({ request }) => {
  expect((await request.get('/health')).status()).toBe(200);
  expect((await request.get('/ready')).status()).toBe(200);
});
