import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';
import { PAGE_SIZE } from './limits.ts';
import type { MailState, OutboxMail } from './model.ts';
import { lacksSecrets, withSecrets, withSecretsInHtml, type Secrets } from './secrets.ts';

/** Which mails: of one state or all, on which page, from 1. */
export interface OutboxQuestion {
  readonly state?: MailState | undefined;
  readonly page?: number | undefined;
}

/** A page of the outbox, the newest first. */
export interface OutboxPage {
  readonly mails: readonly OutboxMail[];
  readonly total: number;
  readonly pageCount: number;
}

/**
 * Mails as they were written. Secrets stand as dots unless `reveal` is asked for, which only the demonstration world may: with them
 * whoever reads the list could sign in as anybody. Who may read it is decided before.
 */
export async function listOutbox(
  db: Database,
  { state, page = 1 }: OutboxQuestion = {},
  { reveal = false }: { readonly reveal?: boolean } = {},
): Promise<OutboxPage> {
  const asked = db.selectFrom('outbox').$if(state !== undefined, (q) => q.where('state', '=', state ?? ''));
  const { total } = await asked.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const rows = await asked
    .selectAll()
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE)
    .offset((Math.max(1, page) - 1) * PAGE_SIZE)
    .execute();
  const mails = rows.map((row): OutboxMail => {
    const secrets = reveal ? (row.secrets as Secrets) : {};
    return {
      id: row.id,
      state: row.state as MailState,
      kind: row.kind,
      personId: row.person_id,
      language: row.language,
      to: row.recipient,
      subject: row.subject,
      text: row.body_text === null ? null : withSecrets(row.body_text, secrets),
      html: row.body_html === null ? null : withSecretsInHtml(row.body_html, secrets),
      isMasked: lacksSecrets(row.body_text ?? '', secrets),
      attempts: row.attempts,
      lastError: row.last_error,
      createdAt: row.created_at,
      sentAt: row.sent_at,
      secretsExpireAt: row.secrets_expire_at,
    };
  });
  return { mails, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
