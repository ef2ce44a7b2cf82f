-- The audit log: who did what to what, when, and what it was before and after. How it works, what it proves and what not:
-- src/platform/audit/README.md.

-- The digest that chains the entries, over texts, each with its length in bytes before it, so that no two lists read alike.
-- verify-audit.ts computes it again by itself.
create function audit_hash(variadic parts text[]) returns bytea language sql immutable parallel safe
return (
  select sha256(convert_to(string_agg(coalesce(octet_length(part) || ':' || part, '-'), ',' order by place), 'UTF8'))
  from unnest(parts) with ordinality as listed (part, place));

-- What happened. Nothing here is personal: of persons only salted digests, so that no row ever has to change.
create table audit_entry (
  -- Without gaps, in the order of the commits.
  seq bigint primary key check (seq > 0),
  at timestamptz not null check (isfinite(at)),
  act text not null check (act ~ '^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$'),
  subject_kind text not null check (subject_kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  subject_id text,
  -- Which person: the number lies in audit_value.
  subject_digest bytea,
  -- As what the actor acted, at that time.
  role text not null,
  -- Null: no person acted (the system, a visitor).
  actor_digest bytea,
  -- Null: nothing was noted of before and after.
  detail_digest bytea,
  -- How many parts of values (actor, subject, detail) were emptied together with this entry.
  values_erased integer not null default 0 check (values_erased >= 0),
  previous bytea not null,
  hash bytea not null,
  check ((subject_kind = 'person') = (subject_digest is not null)),
  check (subject_digest is null or subject_id is null)
);
create index audit_entry_act on audit_entry (act, seq);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq);
create index audit_entry_at on audit_entry (at);

-- The personal values, in three parts, each with its own salt. Erasing empties a part; its digest stays in the entry and without
-- the salt nobody can try values against it.
create table audit_value (
  seq bigint primary key references audit_entry,
  actor_salt bytea,
  actor_id bigint,
  -- As it was shown at that time.
  actor_name text,
  subject_salt bytea,
  subject_person_id bigint,
  detail_salt bytea,
  -- json, not jsonb: kept byte for byte, as it was digested.
  before json,
  after json,
  -- The persons whose personal values `before` or `after` hold.
  about bigint[],
  check ((actor_salt is null) = (actor_id is null) and (actor_salt is not null or actor_name is null)),
  check ((subject_salt is null) = (subject_person_id is null)),
  check ((detail_salt is null) = (about is null) and (detail_salt is not null or (before is null and after is null)))
);
create index audit_value_actor on audit_value (actor_id, seq) where actor_id is not null;
create index audit_value_subject on audit_value (subject_person_id, seq) where subject_person_id is not null;
create index audit_value_about on audit_value using gin (about) where about <> '{}';

-- The newest entry: shows that entries were taken off the end, which the chain alone cannot. Its row lock is the queue of writers.
create table audit_head (
  is_only boolean primary key default true check (is_only),
  seq bigint not null,
  hash bytea not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Where a transaction puts its entries until it commits; nobody else ever sees a row here, and so it need not survive a crash.
-- What is wrong with an entry is refused here already, where the command's own line is to blame.
create unlogged table audit_pending (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  act text not null check (act ~ '^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$'),
  subject_kind text not null check (subject_kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  subject_id text,
  subject_digest bytea,
  role text not null,
  actor_digest bytea,
  detail_digest bytea,
  values_erased integer not null,
  actor_salt bytea,
  actor_id bigint,
  actor_name text,
  subject_salt bytea,
  subject_person_id bigint,
  detail_salt bytea,
  before json,
  after json,
  about bigint[]
);

-- Runs while its transaction commits, whenever in it the entry was written: writers wait for each other only from here to the end of
-- the commit, no command can hold the lock while it waits for another one's rows, and what is rolled back leaves no gap.
create function audit_append() returns trigger language plpgsql as $$
declare
  head record;
  next_hash bytea;
begin
  select seq, hash into strict head from audit_head for update;
  next_hash := audit_hash('nacre audit 1', (head.seq + 1)::text, (extract(epoch from new.at) * 1000000)::bigint::text,
    new.act, new.subject_kind, new.subject_id, encode(new.subject_digest, 'hex'), new.role, encode(new.actor_digest, 'hex'),
    encode(new.detail_digest, 'hex'), new.values_erased::text, encode(head.hash, 'hex'));
  insert into audit_entry (seq, at, act, subject_kind, subject_id, subject_digest, role, actor_digest, detail_digest,
      values_erased, previous, hash)
    values (head.seq + 1, new.at, new.act, new.subject_kind, new.subject_id, new.subject_digest, new.role, new.actor_digest,
      new.detail_digest, new.values_erased, head.hash, next_hash);
  if new.actor_digest is not null or new.subject_digest is not null or new.detail_digest is not null then
    insert into audit_value (seq, actor_salt, actor_id, actor_name, subject_salt, subject_person_id, detail_salt, before, after, about)
      values (head.seq + 1, new.actor_salt, new.actor_id, new.actor_name, new.subject_salt, new.subject_person_id,
        new.detail_salt, new.before, new.after, new.about);
  end if;
  update audit_head set seq = head.seq + 1, hash = next_hash;
  delete from audit_pending where id = new.id;
  return null;
end $$;
create constraint trigger audit_append after insert on audit_pending deferrable initially deferred
  for each row execute function audit_append();

create function audit_refuse() returns trigger language plpgsql as $$
begin
  -- What audit_append writes comes from within a trigger.
  if tg_op in ('INSERT', 'UPDATE') and tg_argv[0] = 'append' and pg_trigger_depth() > 1 then return new; end if;
  raise exception 'The audit log only grows: % of % is refused, for it would break the chain by which the log proves itself', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege',
      hint = 'Write entries with appendAudit and erase a person''s values with forgetPerson (src/platform/audit/README.md).';
end $$;
create trigger audit_entry_grows before insert on audit_entry for each row execute function audit_refuse('append');
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_refuse('never');
create trigger audit_entry_whole before truncate on audit_entry for each statement execute function audit_refuse('never');
create trigger audit_head_moves before update on audit_head for each row execute function audit_refuse('append');
create trigger audit_head_stays before insert or delete on audit_head for each row execute function audit_refuse('never');
create trigger audit_head_whole before truncate on audit_head for each statement execute function audit_refuse('never');
create trigger audit_value_grows before insert on audit_value for each row execute function audit_refuse('append');
create trigger audit_value_stays before delete on audit_value for each row execute function audit_refuse('never');
create trigger audit_value_whole before truncate on audit_value for each statement execute function audit_refuse('never');

-- A part of a value is as it was written, or it is empty.
create function audit_only_erase() returns trigger language plpgsql as $$
begin
  if new.seq = old.seq
    and (new.actor_salt is null or (new.actor_salt, new.actor_id, new.actor_name)
      is not distinct from (old.actor_salt, old.actor_id, old.actor_name))
    and (new.subject_salt is null or (new.subject_salt, new.subject_person_id)
      is not distinct from (old.subject_salt, old.subject_person_id))
    and (new.detail_salt is null or (new.detail_salt, new.before::text, new.after::text, new.about)
      is not distinct from (old.detail_salt, old.before::text, old.after::text, old.about))
  then return new; end if;
  raise exception 'A value of the audit log can be emptied and not altered: its digest stands in the chain'
    using errcode = 'insufficient_privilege', hint = 'Erase a person''s values with forgetPerson (src/platform/audit/README.md).';
end $$;
create trigger audit_value_erased before update on audit_value for each row execute function audit_only_erase();
