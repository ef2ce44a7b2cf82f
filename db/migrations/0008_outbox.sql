-- Mails as they were written, with the change that asked for them. A job sends what waits; without a mail server they are kept and shown.
create table outbox (
  id bigint generated always as identity primary key,
  -- Of the Message-ID: fixed here, so that a mail that is sent once more after a crash is known by its recipient's server as the same.
  message_id uuid not null unique default gen_random_uuid(),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed', 'erased')),
  -- What it is about, for lists and counts: 'sign-in-link'.
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- The person it is for. No foreign key: a service knows no subject, and mails also go to people without an account.
  person_id bigint,
  language text not null,
  -- The four below are gone when somebody asked to be forgotten.
  recipient text check (recipient ~ '^[^[:cntrl:][:space:]@]+@[^[:cntrl:][:space:]@]+$'),
  subject text check (subject !~ '[[:cntrl:]]'),
  body_text text,
  body_html text,
  -- Links and codes that let somebody in, by the name of their place in the texts. Only here, so that they are masked by not being
  -- filled in, and gone when this is emptied.
  secrets jsonb not null default '{}' check (jsonb_typeof(secrets) = 'object'),
  secrets_expire_at timestamptz,
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  check (secrets = '{}' or secrets_expire_at is not null),
  check (state <> 'sent' or sent_at is not null),
  check (num_nulls(recipient, subject, body_text, body_html) = case state when 'erased' then 4 else 0 end),
  check (state <> 'erased' or (secrets = '{}' and last_error is null))
);
create index outbox_state on outbox (state, id desc);
create index outbox_created on outbox (created_at);
create index outbox_recipient on outbox (lower(recipient));
create index outbox_person on outbox (person_id) where person_id is not null;
create index outbox_secrets on outbox (secrets_expire_at) where secrets <> '{}';

insert into retention_period values
  ('outbox', 180, null, 'Long enough to answer whether a mail of the last round went out; a mail is no record, the change that asked for it is.');
