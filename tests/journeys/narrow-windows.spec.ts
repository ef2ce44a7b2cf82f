import { expect, test } from '@playwright/test';
import { pageKinds, pageVariants } from '../web/page-kinds.ts';
import { cutElements } from './cut-elements.ts';

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
