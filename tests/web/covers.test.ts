import { describe, expect, it } from 'vitest';
import { pageKinds } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

const app = await runningApp();

const imageOf = async (path: string) =>
  new URL((await app.page(path)).querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '')
    .pathname;
const coverOf = async (practice: string) => imageOf(`/en/practices/${practice}`);
const slugOf = async (id: number) =>
  (
    await app.db
      .selectFrom('practice')
      .select('slug')
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow()
  ).slug;

describe('a cover', () => {
  it('stands under identifier and digest, and may be kept for ever', async () => {
    const cover = await imageOf(pageKinds.practice('en'));
    expect(cover).toMatch(/^\/covers\/full\/np-1-[0-9a-f]{8}\.svg$/);
    const { status, headers } = await app.ask(cover);
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each(['/covers/full/np-1.svg', '/covers/full/np-1-00000000.svg'])(
    'asked for as %s leads to what is drawn now, and that answer is not kept',
    async (path) => {
      const { status, headers } = await app.ask(path);
      expect([status, headers.location]).toEqual([302, await imageOf(pageKinds.practice('en'))]);
      expect(headers['cache-control'] ?? '').not.toContain('immutable');
    },
  );

  it('has another address and drawing when the practice serves other dimensions', async () => {
    const practice = await slugOf(5);
    const before = await coverOf(practice);
    const drawn = (await app.ask(before)).text;
    await app.db
      .deleteFrom('practice_concept')
      .where('practice_id', '=', '5' as never)
      .where('concept_id', 'like', 'dimension:%')
      .execute();
    const after = await coverOf(practice);
    expect(after).not.toBe(before);
    expect((await app.ask(before)).headers.location).toBe(after);
    expect((await app.ask(after)).text).not.toBe(drawn);
  });

  it('keeps its address when the practice gets a new one', async () => {
    const before = await coverOf(await slugOf(6));
    await app.db
      .updateTable('practice')
      .set({ slug: 'nacre' })
      .where('id', '=', '6' as never)
      .execute();
    expect(await coverOf('nacre')).toBe(before);
    expect(await imageOf('/en')).not.toContain('np-');
  });

  it('of the house is no practice’s', async () => {
    const cover = await imageOf('/en');
    expect(cover).toMatch(/^\/covers\/wide\/mother-of-pearl-[0-9a-f]{8}\.svg$/);
    expect((await app.ask(cover)).status).toBe(200);
    expect((await app.ask('/covers/wide/mother-of-pearl.svg')).headers.location).toBe(cover);
  });

  it('is drawn in no other size, for no withdrawn practice and for nothing else', async () => {
    await app.db
      .updateTable('practice')
      .set({ state: 'archived' })
      .where('id', '=', '7' as never)
      .execute();
    for (const path of ['tiny/np-1', 'toString/np-1', 'full/np-7', 'full/np-999', 'full/nacre', 'full/NP-1'])
      expect((await app.ask(`/covers/${path}.svg`)).status, path).toBe(404);
  });

  it('is named by the data too', async () => {
    const { items } = JSON.parse((await app.ask('/lv/practices.json')).text) as {
      items: { cover: string }[];
    };
    for (const { cover } of items.slice(0, 3)) {
      expect(cover.startsWith(`${app.origin}/covers/full/np-`)).toBe(true);
      expect((await app.ask(new URL(cover).pathname)).status).toBe(200);
    }
  });
});
