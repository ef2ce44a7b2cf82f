-- The vocabulary as the secretariat edits it, and what erasing a person needs beside it.

-- No longer offered from then on; what carries it keeps it.
alter table concept add column retired_at timestamptz;

-- The id of a concept that was merged into another. In addresses and forms that were open it means that other one.
create table concept_former_id (
  id text primary key,
  concept_id text not null references concept on delete cascade
);
create index concept_former_id_concept on concept_former_id (concept_id);
create trigger announce after insert or update or delete or truncate on concept_former_id
  for each statement execute function announce_change('vocabulary');

-- Drafts that carry a concept are found when it is merged.
create index practice_draft_version_concepts on practice_draft_version using gin ((content -> 'concepts'));

-- The persons whose personal values a mail to somebody else holds: who wrote it, whom it names.
alter table outbox add column about bigint[] not null default '{}';
create index outbox_about on outbox using gin (about) where about <> '{}';
alter table outbox add check (state <> 'erased' or about = '{}');
