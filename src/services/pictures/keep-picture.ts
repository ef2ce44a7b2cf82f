import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import type { DevelopedPicture } from './model.ts';

/** Keeps a picture; one that is there already is only marked as needed now. In the transaction that refers to it. */
export async function keepPicture(trx: Database, picture: DevelopedPicture, at: Date): Promise<void> {
  const { digest, width, height, files } = picture;
  const isNew = await trx
    .insertInto('picture')
    .values({ digest, width, height, used_at: at })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ used_at: at }))
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow();
  if (!isNew.isNew) return;
  await trx
    .insertInto('picture_file')
    .values(files.map(({ content, ...file }) => ({ digest, ...file, content: Buffer.from(content) })))
    .execute();
}
