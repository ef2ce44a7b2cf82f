-- Pictures, as the server made them anew: never the bytes that somebody sent. They lie in the database and not in files, so that the
-- practice and its pictures are published in one transaction, one backup holds both, several processes see the same, and nothing has
-- to be swept up when a process dies between the two. A picture takes some half a megabyte; a thousand practices with three each
-- come to 1.5 GB, which PostgreSQL keeps out of the way of the rows (TOAST).
create table picture (
  -- SHA-256 of what is kept: the same picture sent twice is one, and its address may be kept for ever.
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- When something last needed it, as far as the nightly job or somebody's upload has seen. No person: what is published stays, whoever
  -- is erased; who added it to which draft stands in the log of acts.
  used_at timestamptz not null
);
create index picture_used on picture (used_at);

create table picture_file (
  digest text not null references picture on delete cascade,
  -- Width in pixels and kind: the last part of the address.
  name text not null check (name ~ '^[1-9][0-9]{0,4}[.](webp|jpg)$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  content bytea not null,
  primary key (digest, name)
);
-- It is compressed already.
alter table picture_file alter column content set storage external;

-- Every picture that any version of a draft has named: only these may stand in it, and only who reads the draft sees them.
create table practice_draft_picture (
  draft_id bigint not null references practice_draft on delete cascade,
  digest text not null references picture on delete cascade,
  primary key (draft_id, digest)
);
create index practice_draft_picture_digest on practice_draft_picture (digest);

-- The pictures of a practice; the first is its cover.
create table practice_picture (
  practice_id bigint not null references practice on delete cascade,
  position integer not null check (position >= 0),
  digest text not null references picture on delete cascade,
  -- What it shows, for who does not see it: in the practice's original language.
  alt text not null check (length(alt) between 1 and 500),
  credit text not null check (length(credit) between 1 and 200),
  licence text not null check (length(licence) between 1 and 40),
  primary key (practice_id, position),
  unique (practice_id, digest)
);
create index practice_picture_digest on practice_picture (digest);

insert into retention_period values
  ('picture', 30, null, 'Long enough to take back that a picture was removed, or that a draft was given up; then nobody needs it.');
