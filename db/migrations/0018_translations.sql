-- Translations of practices as they are written, apart from what readers are given; publishing one copies it into practice_text, in
-- one transaction with its search document.

-- Since when the original says something else than the text that a person checked.
alter table practice_text add column stale_since timestamptz;
-- A translator's list, state by state.
create index practice_text_translator on practice_text (language, state, practice_id);
create index practice_text_stale on practice_text (language, stale_since, practice_id) where state = 'stale';

create table practice_translation (
  practice_id bigint not null references practice on delete cascade,
  language text not null,
  -- Number of the newest version; 0 is what readers had when somebody first wrote.
  version integer not null default 0 check (version >= 0),
  -- The version that readers are given; null while none of these is.
  published_version integer check (published_version >= 0),
  -- The original's words by field, as they were when the published text was checked by a person or made by a machine: what
  -- changed since is told from it.
  basis jsonb check (jsonb_typeof(basis) = 'object'),
  changed_at timestamptz not null default now(),
  -- A machine's translation that was asked for and is not there yet, or could not be made.
  machine_state text check (machine_state in ('waiting', 'failed')),
  machine_asked_at timestamptz,
  machine_attempts integer not null default 0,
  machine_problem text check (machine_problem in ('quota', 'refused', 'unreachable')),
  primary key (practice_id, language),
  check (machine_state is distinct from 'failed' or machine_problem is not null)
);

-- Never changed once written, as those of drafts.
create table practice_translation_version (
  practice_id bigint not null,
  language text not null,
  number integer not null check (number >= 0),
  origin text not null check (origin in ('published', 'person', 'machine')),
  author_id bigint references person on delete set null,
  written_at timestamptz not null,
  -- As src/domains/practices/forms/translation.ts checks it.
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  primary key (practice_id, language, number),
  foreign key (practice_id, language) references practice_translation on delete cascade
);
create index practice_translation_version_author on practice_translation_version (author_id);

-- Characters sent to the provider of machine translation, by calendar month (its first day, UTC).
create table translation_usage (
  month date primary key,
  characters bigint not null check (characters >= 0)
);
