import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { connect, type Database } from '../../src/platform/database/connect.ts';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { siteSecret } from '../../src/platform/session/secret.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';

const dataFolder = process.env['NACRE_TEST_DATA'] ?? '';
let db: Database;
test.beforeAll(() => {
  db = connect(urlOf(socketFolder(join(dataFolder, 'postgres')), DATABASE_USER), { max: 2 });
});
test.afterAll(() => db.destroy());

const letters = (): string =>
  randomBytes(6)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

async function colleague(name: string): Promise<SignedIn> {
  const secret = siteSecret({ dataFolder, secret: undefined }, () => {});
  return signedIn(db, secret, `${name} ${letters()}`, {
    roles: [{ role: 'town-editor', scope: 'rujiena' }],
  });
}

interface Window {
  readonly baseURL: string | undefined;
  readonly javaScriptEnabled: boolean;
}

/** A browser of their own: nothing is shared with another's. */
async function browserOf(
  browser: Browser,
  { cookie }: SignedIn,
  { baseURL, javaScriptEnabled }: Window,
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    ...(baseURL !== undefined && { baseURL }),
  });
  const [name = ''] = cookie.split('=');
  await context.addCookies([{ name, value: cookie.slice(name.length + 1), url: baseURL ?? '' }]);
  return context.newPage();
}

/** Begins a draft for the team; returns its number. */
async function begin(page: Page): Promise<number> {
  await page.goto('/en/contribute');
  await page.getByRole('button', { name: 'Begin a practice' }).click();
  await expect(page).toHaveURL(/\/contribute\/\d+\/place/);
  return Number(/contribute\/(\d+)/.exec(page.url())?.[1]);
}
const versionsOf = async (draft: number): Promise<number> => {
  const rows = await db
    .selectFrom('practice_draft_version')
    .select('number')
    .where('draft_id', '=', draft)
    .execute();
  return rows.length;
};

test('two people write one page at once: the second sees both texts, merges, and nothing typed is lost', async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const window = { baseURL, javaScriptEnabled: javaScriptEnabled ?? true };
  const first = await browserOf(browser, await colleague('Uno'), window);
  const second = await browserOf(browser, await colleague('Duo'), window);
  const draft = await begin(first);
  for (const page of [first, second]) await page.goto(`/en/contribute/${draft}/problem`);

  await first.locator('#challenge').fill('Young people leave.');
  await first.getByRole('button', { name: 'Save and continue' }).click();
  await expect(first).toHaveURL(new RegExp(`/contribute/${draft}/done$`));

  await second.locator('#challenge').fill('The young leave, the old stay.');
  await second.locator('#participants').fill('Forty people');
  await second.getByRole('button', { name: 'Save and continue' }).click();
  await expect(second.getByRole('alert')).toContainText('are not saved yet');
  await expect(second.getByRole('main')).toContainText('Young people leave.');
  await expect(second.getByRole('main')).toContainText('Uno');
  await expect(second.locator('#challenge')).toHaveValue('The young leave, the old stay.');
  await expect(second.locator('#participants')).toHaveValue('Forty people');

  await second.locator('#challenge').fill('Young people leave, the old stay.');
  await second.getByRole('button', { name: 'Save and continue' }).click();
  await expect(second).toHaveURL(new RegExp(`/contribute/${draft}/done$`));
  await first.goto(`/en/contribute/${draft}/problem`);
  await expect(first.locator('#challenge')).toHaveValue('Young people leave, the old stay.');
  await expect(first.locator('#participants')).toHaveValue('Forty people');
  // What the first wrote can still be brought back.
  await first.goto(`/en/contribute/${draft}/versions`);
  await expect(first.getByRole('main')).toContainText('Young people leave.');
  for (const page of [first, second]) await page.context().close();
});

test('two people write different fields of one page: both stay, and nobody is asked', async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const window = { baseURL, javaScriptEnabled: javaScriptEnabled ?? true };
  const first = await browserOf(browser, await colleague('Uno'), window);
  const second = await browserOf(browser, await colleague('Duo'), window);
  const draft = await begin(first);
  for (const page of [first, second]) await page.goto(`/en/contribute/${draft}/problem`);
  await first.locator('#challenge').fill('Young people leave.');
  await second.locator('#participants').fill('Forty people');
  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page).toHaveURL(new RegExp(`/contribute/${draft}/done$`));
  }
  await first.goto(`/en/contribute/${draft}/problem`);
  await expect(first.locator('#challenge')).toHaveValue('Young people leave.');
  await expect(first.locator('#participants')).toHaveValue('Forty people');
  for (const page of [first, second]) await page.context().close();
});

test('a double click and the back button make no second draft and no second version', async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const writer = await colleague('Twice');
  const page = await browserOf(browser, writer, {
    baseURL,
    javaScriptEnabled: javaScriptEnabled ?? true,
  });
  await page.goto('/en/contribute');
  await page.getByRole('button', { name: 'Begin a practice' }).dblclick();
  await expect(page).toHaveURL(/\/contribute\/\d+\/place/);
  await page.goBack();
  await page.getByRole('button', { name: 'Begin a practice' }).click();
  await expect(page).toHaveURL(/\/contribute\/\d+\/place/);
  const drafts = await db
    .selectFrom('practice_draft')
    .select('id')
    .where('owner_id', '=', writer.id)
    .execute();
  expect(drafts).toHaveLength(1);

  const draft = Number(/contribute\/(\d+)/.exec(page.url())?.[1]);
  await page.goto(`/en/contribute/${draft}/problem`);
  const before = await versionsOf(draft);
  await page.locator('#challenge').fill('Young people leave.');
  await page.getByRole('button', { name: 'Save and continue' }).dblclick();
  await expect(page).toHaveURL(new RegExp(`/contribute/${draft}/done$`));
  await page.goBack();
  await page.locator('#challenge').fill('Young people leave.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(new RegExp(`/contribute/${draft}/done$`));
  expect(await versionsOf(draft)).toBe(before + 1);
  await page.context().close();
});
