import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/services/i18n/languages.ts';
import { pageKinds, pageVariants } from '../web/page-kinds.ts';

const isFull = process.env['NACRE_FULL'] === '1';
const every = Object.entries({ ...pageKinds, ...pageVariants });

every.forEach(([kind, address], place) => {
  // Languages rotate over the pages; the whole matrix is for the long run.
  const chosen = isFull ? languages : languages.filter((_, number) => number === place % languages.length);
  for (const language of chosen) {
    test(`axe finds nothing on the page "${kind}" in ${language}, light and dark`, async ({
      page,
      javaScriptEnabled,
    }) => {
      test.skip(!javaScriptEnabled, 'axe is a script');
      await page.goto(address(language));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) =>
            `${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
        expect(found).toEqual([]);
      }
    });
  }
});

test(
  'axe finds nothing when filters and languages are opened, on a phone',
  { tag: '@phone' },
  async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, 'axe is a script');
    await page.goto('/et/practices?country=FI');
    // From below, since the open list of languages lies over what follows it.
    for (const summary of (await page.locator('details > summary').all()).reverse())
      if (await summary.isVisible()) await summary.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
    }
  },
);
