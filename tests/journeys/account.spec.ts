import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { connect } from '../../src/platform/database/connect.ts';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { demonstrationKeys } from '../../src/services/sign-in/equip.ts';
import { signInKey } from '../../src/services/sign-in/key.ts';

const data = process.env['NACRE_TEST_DATA'] ?? '';
const db = connect(urlOf(socketFolder(join(data, 'postgres')), DATABASE_USER), { max: 1 });
test.afterAll(() => db.destroy());

/** The link of the newest mail to this address, once it is written. */
async function linkTo(email: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const row = await db
          .selectFrom('outbox')
          .select('secrets')
          .where('recipient', '=', email)
          .orderBy('id', 'desc')
          .executeTakeFirst();
        link = (row?.secrets as { link?: string } | undefined)?.link;
        return link;
      },
      { timeout: 20_000 },
    )
    .toBeTruthy();
  return link ?? '';
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test(
  'somebody registers by a mailed link and comes to an account of her own',
  { tag: ['@phone', '@narrow', '@dark'] },
  async ({ page, javaScriptEnabled }, { project }) => {
    const email = `inga.${project.name}@kuldiga.example`;
    const check = async () => {
      // axe is a script itself.
      if (javaScriptEnabled !== false) await isAccessible(page);
      const isCut = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
      expect(isCut, 'the page is wider than its window').toBe(false);
    };
    await page.goto('/fi');
    await page.getByRole('link', { name: 'Kirjaudu sisään' }).first().click();
    await check();
    await page.getByRole('main').getByRole('link', { name: 'Rekisteröidy' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Rekisteröidy' }).click();
    await expect(page.getByRole('alert')).toContainText('Kirjoittakaa nimenne.');
    await check();
    await page.getByLabel('Nimi').fill('Inga Bērziņa');
    await page.getByLabel('Sähköpostiosoite').fill(email);
    await page.getByRole('main').getByRole('button', { name: 'Rekisteröidy' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Katsokaa sähköpostinne');
    const { pathname, search } = new URL(await linkTo(email));
    await page.goto(pathname + search);
    await page.getByRole('main').getByRole('button', { name: 'Kirjaudu sisään' }).click();
    // She is back where she began, and known.
    await expect(page).toHaveURL(/\/fi$/);
    await page.getByRole('link', { name: 'Käyttäjätilinne: Inga Bērziņa' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Käyttäjätilinne');
    await check();
    await page.getByRole('link', { name: /Kirjautumisen toinen vaihe/ }).click();
    await page.getByRole('button', { name: 'Ota todennussovellus käyttöön' }).click();
    await expect(page.getByRole('img', { name: 'QR-koodi todennussovellukselle' })).toBeVisible();
    await check();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await expect(page.getByRole('link', { name: 'Kirjaudu sisään' }).first()).toBeVisible();
  },
);

test('a passkey is added, and signs in as both steps', { tag: '@script' }, async ({ page }) => {
  const key = signInKey((await readFile(join(data, 'secret'), 'utf8')).trim());
  const email = 'mentor@pearl.example';
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demonstrationKeys(key, email).password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.goto('/en/account/passkeys');
  const add = page.getByRole('button', { name: 'Add a passkey' });
  await expect(add).toBeEnabled();
  await page.getByLabel('Name of the passkey').fill('Work laptop');
  await add.click();
  await expect(page.getByRole('button', { name: 'Remove Work laptop' })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/en/sign-in/passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
  const session = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select('second_factor_at')
    .where('email', '=', email)
    .orderBy('session.id', 'desc')
    .executeTakeFirstOrThrow();
  expect(session.second_factor_at).toBeInstanceOf(Date);
});
