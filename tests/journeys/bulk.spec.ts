import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { Database } from '../../src/platform/database/connect.ts';
import { as, journeyDatabase, journeySecret, lettersOf } from '../setup/journey-people.ts';
import { signedIn, type SignedIn } from '../setup/signed-in.ts';

let db: Database;
let editor: SignedIn;

test.beforeAll(async ({}, { workerIndex }) => {
  db = journeyDatabase();
  editor = await signedIn(db, journeySecret(), `Editor ${lettersOf(workerIndex)}`, {
    roles: [{ role: 'editor', scope: '' }],
  });
});
test.afterAll(() => db.destroy());

const columns = {
  language: 'Finnish',
  title: 'Laiturilaulut',
  teaser: 'Keskiviikkoisin lauletaan laiturilla.',
  places: 'Jakobstad',
  course: 'ongoing',
  organiser: 'Kuoroyhdistys',
  challenge: 'Illat ovat hiljaisia.',
  summary: 'Laulua laiturilla.',
  whatWasDone: 'Joka keskiviikko lauletaan.',
  outcomes: 'Laulajia on neljäkymmentä.',
  'topics.challenge': 'loneliness',
  sources: 'Kaupungin sivu https://www.jakobstad.fi/laulut',
  consent: 'yes',
};
const csv = (...rows: Partial<typeof columns>[]): Buffer =>
  Buffer.from(
    [Object.keys(columns), ...rows.map((row) => Object.values({ ...columns, ...row }))]
      .map((cells) => cells.join(';'))
      .join('\n'),
  );
const choose = (page: Page, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name: 'käytännöt.csv', mimeType: 'text/csv', buffer });

test('an editor has a file checked, mends it, and imports all of it', async ({ page, context, baseURL }) => {
  await as(context, editor, baseURL);
  await page.goto('/en/contribute');
  await page.getByRole('link', { name: 'Practices from a spreadsheet' }).click();
  await choose(page, Buffer.from([0x61, 0xe4]));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('alert')).toContainText('not written in UTF-8');
  await expect(page.getByRole('alert')).toBeFocused();
  await choose(page, csv({}, { title: 'Toinen', places: 'Atlantis' }));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('table').first()).toContainText('Atlantis');
  await page.getByRole('link', { name: 'Check another file' }).click();
  // Each run of the journey imports a file of its own.
  await choose(page, csv({}, { title: `Toinen ${Date.now()}` }));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: 'Import 2 practices' }).click();
  await expect(page.getByRole('main')).toContainText('2 practices were handed in');
  await page.reload();
  await expect(page.getByRole('main')).toContainText('2 practices were handed in');
});

for (const language of ['fi', 'de'] as const)
  test(
    `axe finds nothing on the pages of an import in ${language}, and they are no wider than their window`,
    { tag: ['@phone', '@narrow', '@dark'] },
    async ({ page, context, baseURL, javaScriptEnabled }) => {
      test.skip(!javaScriptEnabled, 'axe is a script');
      await as(context, editor, baseURL);
      const look = async (): Promise<void> => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      };
      await page.goto(`/${language}/contribute/bulk`);
      await look();
      for (const file of [Buffer.from('a'), csv({ places: 'Atlantis' }, {}), csv({})]) {
        await page.goto(`/${language}/contribute/bulk`);
        await choose(page, file);
        await page.locator('main form button').click();
        await look();
      }
    },
  );
