import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { readiness } from './ready.ts';

test('a database that cannot be reached is not ready, without an error', async () => {
  const db = connect('postgres://nobody@127.0.0.1:9/nothing');
  expect(await readiness(db)).toEqual({ ready: false, missing: 'database' });
  await db.destroy();
});
