import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { connect } from '../../src/platform/database/connect.ts';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { siteSecret } from '../../src/platform/session/secret.ts';
import { languages } from '../../src/services/i18n/languages.ts';
import {
  makePagesBehindSignIn,
  pagesBehindSignIn,
  type PageBehindSignIn,
  type PageName,
} from '../setup/pages-behind-sign-in.ts';
import { cutElements } from './cut-elements.ts';

const dataFolder = process.env['NACRE_TEST_DATA'] ?? '';
let pages: Record<PageName, PageBehindSignIn>;

test.beforeAll(async () => {
  const db = connect(urlOf(socketFolder(join(dataFolder, 'postgres')), DATABASE_USER), { max: 2 });
  pages = await makePagesBehindSignIn(
    db,
    siteSecret({ dataFolder, secret: undefined }, () => {}),
  );
  await db.destroy();
});

pagesBehindSignIn.forEach((name, place) => {
  // Languages rotate over the pages; those with long words are looked at in the narrow window.
  const language = languages[place % languages.length] ?? 'en';
  test(`axe finds nothing on the page "${name}", and nothing is cut at 320 px`, async ({
    page,
    context,
    baseURL,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, 'axe is a script');
    const { path, reader } = pages[name];
    const [cookie = '', value = ''] = /^([^=]+)=(.*)$/.exec(reader?.cookie ?? '')?.slice(1) ?? [];
    if (reader) await context.addCookies([{ name: cookie, value, url: baseURL ?? '' }]);
    await page.goto(`/${language}${path}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    for (const long of ['fi', 'de']) {
      await page.goto(`/${long}${path}`);
      for (const summary of await page.locator('main details > summary').all())
        if (await summary.isVisible()) await summary.click();
      expect(await page.evaluate(cutElements)).toEqual([]);
    }
  });
});
