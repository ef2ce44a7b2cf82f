import type { Database } from '#platform/database/connect.ts';
import type { PictureSize } from './model.ts';

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Media types by the ending of a file's name; no other ever leaves. */
const mediaTypes = { webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** A file as it is sent. `mediaType` is one of ours, whatever was sent to us. */
export interface ServedPicture {
  readonly mediaType: (typeof mediaTypes)[keyof typeof mediaTypes];
  readonly content: Uint8Array;
}

/** The file of this name (`960.webp`) of a picture; undefined where there is none. Decides nothing about who may see it. */
export async function pictureFile(
  db: Database,
  digest: string,
  name: string,
): Promise<ServedPicture | undefined> {
  const [, ending] = /^[1-9]\d{0,4}\.(webp|jpg)$/.exec(name) ?? [];
  if (!isDigest(digest) || ending === undefined) return undefined;
  const row = await db
    .selectFrom('picture_file')
    .select('content')
    .where('digest', '=', digest)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && { mediaType: mediaTypes[ending as keyof typeof mediaTypes], content: row.content };
}

/** Which of these pictures are kept, by digest. */
export async function picturesKept(
  db: Database,
  digests: readonly string[],
): Promise<Map<string, PictureSize>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture')
    .select(['digest', 'width', 'height'])
    .where('digest', 'in', [...digests])
    .execute();
  return new Map(rows.map((row) => [row.digest, row]));
}
