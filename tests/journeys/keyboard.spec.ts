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
    await expect(page).toHaveURL(/challenge=.*#results$/);
    await expect(page.locator('#results')).toBeFocused();
    await expect(page.locator('#results')).toBeInViewport();

    // Not through all the filters again: past the link to the map and to the first town.
    const card = page.locator('main article h2').first().getByRole('link');
    const title = (await card.innerText()).trim();
    await tabTo(page, card, 4);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  },
);

/** Whether the focus is on a filter's box or in a practice, and what lies over its middle instead of it, if anything. */
function lookAtFocus(page: Page): Promise<{ isBox: boolean; isPractice: boolean; cover: string | null }> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    const isSeen = focused === document.body || (seen && (focused.contains(seen) || seen.contains(focused)));
    return {
      isBox: focused.matches('[type=checkbox]'),
      isPractice: focused.matches('main article a'),
      cover: isSeen ? null : `${focused.outerHTML.slice(0, 90)} under ${seen?.outerHTML.slice(0, 60)}`,
    };
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
    test.slow();
    await page.setViewportSize({ width, height });
    await page.goto('/en/practices?country=FI');
    const panel = page.locator('details.panel > summary');
    if (await panel.isVisible()) await panel.click();
    for (const facet of await page.locator('details.facet').all())
      if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click();

    const boxes = await page.locator('fieldset input').count();
    expect(boxes).toBeGreaterThan(50);
    const hidden: string[] = [];
    const walk = async (key: string, isEnd: (seen: { boxes: number; isPractice: boolean }) => boolean) => {
      let met = 0;
      for (let presses = 0; presses < boxes + 40; presses += 1) {
        await page.keyboard.press(key);
        const { isBox, isPractice, cover } = await lookAtFocus(page);
        if (cover !== null) hidden.push(cover);
        if (isBox) met += 1;
        if (isEnd({ boxes: met, isPractice })) break;
      }
      return met;
    };
    await page.getByRole('searchbox').focus();
    expect(await walk('Tab', ({ isPractice }) => isPractice)).toBe(boxes);
    expect(await walk('Shift+Tab', (seen) => seen.boxes === boxes)).toBe(boxes);
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
