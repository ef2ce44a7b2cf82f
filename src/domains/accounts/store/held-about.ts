import { sql } from 'kysely';
import type { Database } from '#platform/database/connect.ts';

/** A mail to the person, or, where it was erased, only that there was one. */
export interface HeldMail {
  readonly id: number;
  readonly kind: string;
  readonly subject: string | null;
  readonly text: string | null;
  readonly at: string;
}

/** Everything that the tables of people, the outbox and the audit log hold about a person, but for what nobody may read: hashes, tokens, keys. */
export async function heldAbout(
  db: Database,
  personId: number,
): Promise<Record<string, unknown> & { readonly mails: readonly HeldMail[] }> {
  const { rows } = await sql<{ held: Record<string, unknown> & { mails: HeldMail[] } }>`
    select jsonb_build_object(
      'person', (select to_jsonb(p) - 'is_demonstration' from person p where p.id = ${personId}),
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('startedAt', s.created_at, 'endsAt', s.expires_at,
        'address', s.ip_address, 'userAgent', s.user_agent) order by s.id), '[]') from session s where s.person_id = ${personId}),
      'signInMethods', (select coalesce(jsonb_agg(jsonb_build_object('kind', i.provider_id, 'since', i.created_at) order by i.id), '[]')
        from sign_in_method i where i.person_id = ${personId}),
      'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'since', k.created_at) order by k.id), '[]')
        from passkey k where k.person_id = ${personId}),
      'roles', (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'from', g.granted_at,
        'until', g.revoked_at) order by g.id), '[]') from role_grant g where g.person_id = ${personId}),
      'emailChange', (select jsonb_build_object('newAddress', h.new_email, 'until', h.expires_at)
        from email_change h where h.person_id = ${personId}),
      'invitations', (select coalesce(jsonb_agg(jsonb_build_object('role', v.role, 'scope', v.scope, 'at', v.invited_at,
        'acceptedAt', v.accepted_at) order by v.id), '[]') from invitation v join person p on p.email = v.email or v.accepted_by = p.id where p.id = ${personId}),
      'townClaims', (select coalesce(jsonb_agg(to_jsonb(c) - 'person_id' - 'decided_by' order by c.id), '[]')
        from town_claim c where c.person_id = ${personId}),
      'mails', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'subject', o.subject, 'text', o.body_text,
        'at', o.created_at, 'state', o.state) order by o.id), '[]')
        from outbox o join person p on lower(o.recipient) = p.email or o.person_id = p.id where p.id = ${personId}),
      'mailsToOthersAboutYou', (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'subject', o.subject,
        'text', o.body_text, 'at', o.created_at) order by o.id), '[]')
        from outbox o where o.about <> '{}' and o.about @> array[${personId}::bigint]),
      'log', (select coalesce(jsonb_agg(jsonb_build_object('act', e.act, 'at', e.at,
        'before', case when a.about @> array[${personId}::bigint] then a.before end,
        'after', case when a.about @> array[${personId}::bigint] then a.after end) order by e.seq), '[]')
        from audit_value a join audit_entry e on e.seq = a.seq
        where a.actor_id = ${personId} or a.subject_person_id = ${personId}
          or (a.about <> '{}' and a.about @> array[${personId}::bigint]))
    ) as held`.execute(db);
  return rows[0]?.held ?? { mails: [] };
}
