-- Documents that were set (PDF), by the digest of everything they depend on. What is asked for is written here with its data;
-- the job sets it; the file stays until nobody has asked for it for the time that retention_period says.
create table document (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('waiting', 'setting', 'ready', 'failed')),
  language text not null,
  title text not null,
  file_name text not null,
  -- The address that asks for it again.
  made_from text not null,
  template text not null,
  -- What the template sets, as JSON; gone once it is set.
  data text,
  media_type text not null default 'application/pdf',
  content bytea,
  size_bytes int,
  page_count int,
  asked_at timestamptz not null default now(),
  begun_at timestamptz,
  made_at timestamptz,
  check ((state = 'ready') = (content is not null)),
  check (state not in ('waiting', 'setting') or data is not null)
);
-- Compressed already.
alter table document alter column content set storage external;
create index document_unfinished on document (asked_at) where state in ('waiting', 'setting');
create index document_asked on document (asked_at);

-- How long what is kept for a while is kept, and how much of it. Changed here, not in code.
create table retention_period (
  subject text primary key,
  days int not null check (days > 0),
  most_megabytes int check (most_megabytes > 0),
  reason text not null
);
insert into retention_period values
  ('document', 30, 500, 'A document can be set again at any time from what the pages show.');
