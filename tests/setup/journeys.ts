import { join } from 'node:path';
import { socketFolder, urlOf } from '../../src/platform/database/embedded/address.ts';
import { DATABASE_USER } from '../../src/platform/database/embedded/initialise.ts';
import { layDocuments } from '../web/documents-in-the-making.ts';

/** Run by Playwright once the server is ready: what the walk over all kinds of page needs beside the seed world. */
export default async function prepareJourneys(): Promise<void> {
  const home = join(process.env['NACRE_TEST_DATA'] ?? '', 'postgres');
  await layDocuments(urlOf(socketFolder(home), DATABASE_USER));
}
