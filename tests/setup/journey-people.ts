import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { connect, type Database } from '../../src/platform/database/connect.ts';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { siteSecret } from '../../src/platform/session/secret.ts';
import type { SignedIn } from './signed-in.ts';

const dataFolder = (): string => process.env['NACRE_TEST_DATA'] ?? '';

/** The database of the site that the journeys go through. */
export const journeyDatabase = (): Database =>
  connect(urlOf(socketFolder(join(dataFolder(), 'postgres')), DATABASE_USER), { max: 2 });

export const journeySecret = (): string =>
  siteSecret({ dataFolder: dataFolder(), secret: undefined }, () => {});

/** Letters that no other worker and no other run has: a name of its own makes an address of its own. */
export const lettersOf = (workerIndex: number): string =>
  `${workerIndex}-${Date.now()}`.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

/** Makes the browser that person's. */
export async function as(
  context: BrowserContext,
  { cookie }: SignedIn,
  baseURL: string | undefined,
): Promise<void> {
  const [name = ''] = cookie.split('=');
  await context.addCookies([{ name, value: cookie.slice(name.length + 1), url: baseURL ?? '' }]);
}
