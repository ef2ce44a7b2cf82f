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

    await tabTo(page, page.locator('details.facet summary').first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('input[name=challenge]').first(), 1);
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

/** What lies over the middle of the focused element instead of it, if anything: "button Show results". */
function coverOfFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    if (seen && (focused.contains(seen) || seen.contains(focused))) return null;
    return `${focused.outerHTML.slice(0, 90)} under ${seen?.outerHTML.slice(0, 60) ?? 'the window’s edge'}`;
  });
}

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`no choice of a filter is hidden while it has the focus, ${width} wide`, async ({
    page,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, 'looks with a script');
    await page.setViewportSize({ width, height });
    await page.goto('/en/practices?country=FI');
    const panel = page.locator('details.panel > summary');
    if (await panel.isVisible()) await panel.click();
    for (const summary of await page.locator('details.facet:not([open]) > summary').all())
      await summary.click();
    await page.getByRole('searchbox').focus();
    const last = page.locator('main article a').first();
    const hidden: string[] = [];
    let boxes = 0;
    for (let presses = 0; presses < 250; presses += 1) {
      await page.keyboard.press('Tab');
      const cover = await coverOfFocus(page);
      if (cover !== null) hidden.push(cover);
      boxes += await page.evaluate(() => (document.activeElement?.matches('[type=checkbox]') ? 1 : 0));
      if (await last.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(last).toBeFocused();
    expect(boxes).toBe(await page.locator('fieldset input').count());
    expect(hidden).toEqual([]);

    for (let presses = 0; presses < boxes + 20; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const cover = await coverOfFocus(page);
      if (cover !== null) hidden.push(cover);
    }
    expect(hidden).toEqual([]);
  });
}

test('the language is changed by keyboard', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'looks with a script');
  await page.goto('/en/about');
  await tabTo(page, page.locator('details.languages summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Suomi' }), 9);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fi\/about$/);
});
