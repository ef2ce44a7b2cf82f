import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimOwnership } from './ownership.ts';
import { showPresence } from './presence.ts';
import { ownIdentity } from './process-identity.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'nacre-owner-'));
});
afterEach(() => rm(home, { recursive: true }));

test('of many that claim at once exactly one gets it', async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimOwnership(home)));
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
});

test('of many that follow a dead owner exactly one gets it', async () => {
  await writeFile(join(home, 'owner-00000007.json'), JSON.stringify({ pid: 2 ** 22, startedAt: 'long ago' }));
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimOwnership(home)));
  expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
});

test('a released folder is free, and leaves one small file', async () => {
  for (let i = 0; i < 3; i++) {
    const claim = await claimOwnership(home);
    expect(claim.ok).toBe(true);
    if (claim.ok) await claim.value.release();
  }
  expect(await readdir(home)).toEqual(['owner-00000003.json']);
});

test('a living process with the number of the dead owner is not mistaken for it', async () => {
  const { pid } = ownIdentity();
  await writeFile(join(home, 'owner-00000001.json'), JSON.stringify({ pid, startedAt: 'before' }));
  expect((await claimOwnership(home)).ok).toBe(true);
});

test.each(['', '{', 'null', '[]'])('an owner file torn by a power cut (%j) holds nobody up', async (text) => {
  await writeFile(join(home, 'owner-00000001.json'), text);
  expect((await claimOwnership(home)).ok).toBe(true);
});

const isLinux = process.platform === 'linux';

/** An owner whose process number says nothing here. */
const unseen = (presence?: string) =>
  writeFile(
    join(home, 'owner-00000001.json'),
    JSON.stringify({ pid: 7, startedAt: 'another world', presence }),
  );

test.runIf(isLinux)(
  'an owner that cannot be seen is heard, also through a path too long for a socket',
  async () => {
    home = join(home, 'a'.repeat(80), 'b'.repeat(80));
    await mkdir(home, { recursive: true });
    const presence = await showPresence(home);
    await unseen(presence?.name);
    expect(await claimOwnership(home)).toEqual({ ok: false, refusal: { pid: 7, isElsewhere: true } });
    await presence?.end();
    expect((await claimOwnership(home)).ok).toBe(true);
    home = join(home, '../..');
  },
);

test.runIf(isLinux)('the socket that a killed owner left holds nobody up, and is cleared away', async () => {
  const socket = 'presence-00000000-0000-4000-8000-000000000000.sock';
  const script = `require('net').createServer().listen('${socket}', () => process.kill(process.pid, 'SIGKILL'))`;
  expect(() => execFileSync(process.execPath, ['-e', script], { cwd: home })).toThrow();
  expect(await readdir(home)).toContain(socket);
  await unseen(socket);
  expect((await claimOwnership(home)).ok).toBe(true);
  expect(await readdir(home)).not.toContain(socket);
});
