import pg from 'pg';

/** The addresses of documents that `layDocuments` puts there: their digests. */
export const laidDocuments = {
  waiting: 'a'.repeat(64),
  setting: 'b'.repeat(64),
  failed: 'c'.repeat(64),
} as const;

/**
 * Puts a document into the database in each state that a real one only passes through. No job asks for them, so that they
 * stay as they are; asked for tomorrow, they are before nobody and never count as lost.
 */
export async function layDocuments(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const [state, digest] of Object.entries(laidDocuments))
      await client.query(
        `insert into document (digest, state, language, title, file_name, made_from, template, data, asked_at)
         values ($1, $2, 'en', 'Laid', 'laid', '/en/practices/booklet?id=NP-1&id=NP-2', '', $3, now() + interval '1 day')
         on conflict do nothing`,
        [digest, state, state === 'failed' ? null : '{}'],
      );
  } finally {
    await client.end();
  }
}
