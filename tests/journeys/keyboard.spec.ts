import { expect, test, type Locator, type Page } from '@playwright/test';

/** Presses Tab until `goal` has the focus, looking each time that a person can see where the focus is. */
async function tabTo(page: Page, goal: Locator, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await hasVisibleFocus(page), 'the focus can be seen').toBe(true);
    if (await goal.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${goal}`);
}

/** Whether the focused element, or what stands around it for it, is outlined or shadowed and inside the window. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true;
    const box = focused.getBoundingClientRect();
    const isMarked = [focused, focused.closest('article')].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    return isMarked && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  });
}

test(
  'the whole way to a practice can be gone by keyboard, and the focus is always seen',
  { tag: '@dark' },
  async ({ page, javaScriptEnabled }) => {
    // Whether a focus can be seen is asked by a script.
    test.skip(!javaScriptEnabled, 'looks with a script');
    await page.goto('/en');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#content$/);

    await tabTo(page, page.getByRole('searchbox'), 1);
    await page.keyboard.type('art');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/practices\?q=art$/);

    await tabTo(page, page.locator('input[name=challenge]').first());
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Show results' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/challenge=/);

    const card = page.locator('main article').first().getByRole('link');
    const title = (await card.innerText()).trim();
    await tabTo(page, card);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  },
);

test('the language is changed by keyboard', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'looks with a script');
  await page.goto('/en/about');
  await tabTo(page, page.locator('details.languages summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Suomi' }), 9);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fi\/about$/);
});
