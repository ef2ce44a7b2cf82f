import { expect, test } from '@playwright/test';
import { pageKinds, pageVariants } from '../web/page-kinds.ts';

/** What is wider than its window or its own box: "h1 Kulttuuri…". Boxes that scroll by design are let be. */
function cutElements(): string[] {
  const { clientWidth } = document.documentElement;
  const cut: string[] = [];
  if (document.documentElement.scrollWidth > clientWidth)
    cut.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (
      box.width === 0 ||
      element.closest('.visually-hidden, .skip, svg, option, select') ||
      !element.checkVisibility()
    )
      continue;
    const name = `${element.tagName.toLowerCase()} ${element.innerText.slice(0, 40)}`;
    if (box.right > clientWidth + 1 || box.left < -1) cut.push(`outside: ${name}`);
    const hidesMore = style.overflowX !== 'visible' && style.overflowX !== 'auto';
    if (hidesMore && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'INPUT')
      cut.push(`hidden: ${name}`);
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      style.overflowX === 'visible' &&
      style.display !== 'inline'
    )
      cut.push(`spills: ${name}`);
  }
  return cut;
}

for (const language of ['fi', 'de'] as const) {
  for (const [kind, address] of Object.entries({ ...pageKinds, ...pageVariants })) {
    test(
      `nothing is cut at 320 px on the page "${kind}" in ${language}`,
      { tag: '@narrow' },
      async ({ page, javaScriptEnabled }) => {
        test.skip(!javaScriptEnabled, 'looks with a script');
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(address(language));
        for (const summary of await page.locator('main details > summary').all())
          if (await summary.isVisible()) await summary.click();
        expect(await page.evaluate(cutElements)).toEqual([]);
        await page.locator('details.languages summary').click();
        expect(await page.evaluate(cutElements)).toEqual([]);
      },
    );
  }
}
