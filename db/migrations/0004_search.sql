-- Search that inflects, forgives and crosses languages: the thesaurus, and an index that counts and orders by itself.


-- A concept may stand under several broader ones, also of another scheme.
drop index concept_broader;
create table concept_broader (
  concept_id text not null references concept on delete cascade,
  broader_id text not null references concept on delete cascade,
  primary key (concept_id, broader_id),
  check (concept_id <> broader_id)
);
create index concept_broader_broader on concept_broader (broader_id);
insert into concept_broader (concept_id, broader_id) select id, broader_id from concept where broader_id is not null;
-- What the seed remembers of a concept no longer has that column; a row that a person changed stays theirs.
update seed_row as m
set stored_columns = array_remove(m.stored_columns, 'broader_id'),
  stored_digest = md5((select jsonb_agg(to_jsonb(c) -> name order by n)::text
    from unnest(array_remove(m.stored_columns, 'broader_id')) with ordinality as kept (name, n)))
from concept as c
where m.table_name = 'concept' and m.row_key = c.id
  and m.stored_digest = md5((select jsonb_agg(to_jsonb(c) -> name order by n)::text
    from unnest(m.stored_columns) with ordinality as kept (name, n)));
alter table concept drop column broader_id;

-- Other words for a concept: usual synonyms (skos:altLabel) and what people say or type (skos:hiddenLabel).
create table concept_term (
  concept_id text not null references concept on delete cascade,
  language text not null,
  synonyms text[] not null,
  spoken text[] not null,
  primary key (concept_id, language)
);

-- Each facet value under one character: a document's values are then one short string, which is counted quickly.
create table search_facet (
  value text primary key,
  id integer generated always as identity unique,
  -- From U+0100 on, leaving out the surrogates.
  symbol text not null generated always as (chr(case when id < 54016 then id + 256 else id + 2304 end)) stored
);

drop table search_document;
create table search_document (
  kind text not null,
  ref bigint not null,
  tsv tsvector not null,
  -- The symbols of its facet values.
  facets text not null,
  -- Quality and date, 0 to 1: the order when words do not decide, and of the slice above the cap.
  standing real not null,
  sorted_on date,
  primary key (kind, ref)
);
-- Without a pending list, whose scan would be paid by readers.
create index search_document_tsv on search_document using gin (tsv) with (fastupdate = off);
create index search_document_standing on search_document (kind, standing desc, ref);
create index search_document_newest on search_document (kind, sorted_on desc nulls last, standing desc, ref);
create index search_document_oldest on search_document (kind, sorted_on asc nulls last, standing desc, ref);

-- How many documents have a value (symbol '': how many there are), kept by whatever writes a document.
create table search_count (
  kind text not null,
  symbol text not null,
  n bigint not null,
  primary key (kind, symbol)
);

create function search_count_changes() returns trigger language plpgsql as $$
begin
  -- In one order, so that two writers never wait for each other.
  if tg_op = 'TRUNCATE' then
    delete from search_count;
  elsif tg_op = 'INSERT' then
    insert into search_count as c (kind, symbol, n)
      select kind, symbol, count(*) from added cross join unnest(array_append(string_to_array(facets, null), '')) as symbol group by 1, 2 order by 1, 2
      on conflict (kind, symbol) do update set n = c.n + excluded.n;
  elsif tg_op = 'DELETE' then
    insert into search_count as c (kind, symbol, n)
      select kind, symbol, -count(*) from removed cross join unnest(array_append(string_to_array(facets, null), '')) as symbol group by 1, 2 order by 1, 2
      on conflict (kind, symbol) do update set n = c.n + excluded.n;
  else
    insert into search_count as c (kind, symbol, n)
      select kind, symbol, sum(change) from (
        select kind, symbol, 1 as change from added cross join unnest(array_append(string_to_array(facets, null), '')) as symbol
        union all
        select kind, symbol, -1 from removed cross join unnest(array_append(string_to_array(facets, null), '')) as symbol
      ) as changes group by 1, 2 having sum(change) <> 0 order by 1, 2
      on conflict (kind, symbol) do update set n = c.n + excluded.n;
  end if;
  return null;
end $$;
create trigger search_document_added after insert on search_document
  referencing new table as added for each statement execute function search_count_changes();
create trigger search_document_changed after update on search_document
  referencing new table as added old table as removed for each statement execute function search_count_changes();
create trigger search_document_removed after delete on search_document
  referencing old table as removed for each statement execute function search_count_changes();
create trigger search_document_emptied after truncate on search_document
  for each statement execute function search_count_changes();

-- Every stem in use with one word that it came from: where compounds, near spellings and cut-off stems are looked up.
create table search_lexeme (
  language text not null,
  stem text collate "C" not null,
  word text not null,
  primary key (language, stem)
);
-- Stems that begin alike stand together in the key, stems that end alike in this index.
create index search_lexeme_ending on search_lexeme (language, reverse(stem));

-- Only for large kinds, written by a rebuild: the least standing of each level (every level holds those above it) …
create table search_level (
  kind text not null,
  level integer not null,
  least_standing real not null,
  documents bigint not null,
  primary key (kind, level)
);
-- … and lexemes so frequent that a search for them starts in a level.
create table search_frequent (
  kind text not null,
  lexeme text not null,
  documents bigint not null,
  primary key (kind, lexeme)
);

-- Lays the documents of large kinds (more than `smallest`) in the order of their standing and says which levels they
-- reach: twice as many in each as in the one above, the first with `smallest` / 2. People read on meanwhile; writers wait.
create function search_arrange(smallest integer, least_frequent integer) returns void language plpgsql as $$
declare
  part double precision;
begin
  lock table search_document in share row exclusive mode;
  delete from search_level;
  delete from search_frequent;
  -- Counts are kept by every write; here they are counted once from nothing.
  delete from search_count;
  insert into search_count (kind, symbol, n)
    select kind, symbol, count(*) from search_document cross join unnest(array_append(string_to_array(facets, null), '')) as symbol group by 1, 2;

  insert into search_level (kind, level, least_standing, documents)
    select kind, level, min(standing), 0 from (
      select kind, standing, row_number() over (partition by kind order by standing desc, ref) as place,
        count(*) over (partition by kind) as total from search_document
    ) as placed
    cross join lateral generate_series(0, 30) as level
    where total > smallest and place <= (smallest / 2) * 2.0 ^ level and (smallest / 2) * 2.0 ^ level < total
    group by kind, level;
  if not found then return; end if;
  update search_level as l set documents = (
    select count(*) from search_document as d where d.kind = l.kind and d.standing >= l.least_standing);

  create table search_document_next (like search_document including defaults including constraints);
  insert into search_document_next (kind, ref, tsv, facets, standing, sorted_on)
    select kind, ref,
      ts_delete(tsv, array(select 'l:' || n from generate_series(0, 30) as n))
        || array_to_tsvector(array(select 'l:' || level from search_level as l where l.kind = d.kind and l.least_standing <= d.standing)),
      facets, standing, sorted_on
    from search_document as d order by kind, standing desc, ref;
  alter table search_document_next add constraint search_document_next_pkey primary key (kind, ref);
  create index search_document_next_tsv on search_document_next using gin (tsv) with (fastupdate = off);
  create index search_document_next_standing on search_document_next (kind, standing desc, ref);
  create index search_document_next_newest on search_document_next (kind, sorted_on desc nulls last, standing desc, ref);
  create index search_document_next_oldest on search_document_next (kind, sorted_on asc nulls last, standing desc, ref);

  drop table search_document;
  alter table search_document_next rename to search_document;
  alter index search_document_next_pkey rename to search_document_pkey;
  alter index search_document_next_tsv rename to search_document_tsv;
  alter index search_document_next_standing rename to search_document_standing;
  alter index search_document_next_newest rename to search_document_newest;
  alter index search_document_next_oldest rename to search_document_oldest;
  create trigger search_document_added after insert on search_document
    referencing new table as added for each statement execute function search_count_changes();
  create trigger search_document_changed after update on search_document
    referencing new table as added old table as removed for each statement execute function search_count_changes();
  create trigger search_document_removed after delete on search_document
    referencing old table as removed for each statement execute function search_count_changes();
  create trigger search_document_emptied after truncate on search_document
    for each statement execute function search_count_changes();

  -- Frequencies from a sample of fifty thousand documents: they only guess how much a search will find.
  select least(100, 100.0 * 50000 / count(*)) into part from search_document;
  insert into search_frequent (kind, lexeme, documents)
    select l.kind, word, round(ndoc * 100 / part)
    from (select distinct kind from search_level) as l
    cross join lateral ts_stat(format('select tsv from search_document tablesample system (%s) repeatable (1) where kind = %L', part, l.kind))
    where word not like 'l:%' and ndoc * 100 / part >= least_frequent;
end $$;

-- Every committed change of what readers see is announced, whatever program made it, so that nothing kept grows old.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('nacre_changes', tg_argv[0]);
  return null;
end $$;

do $$
declare
  topic record;
begin
  for topic in select * from (values
    ('practices', array['country', 'region', 'region_name', 'place', 'place_name', 'place_title_year', 'practice',
      'practice_former_slug', 'practice_text', 'practice_place', 'practice_concept', 'practice_partner', 'practice_source']),
    ('vocabulary', array['concept_scheme', 'concept_scheme_label', 'concept', 'concept_label', 'concept_broader', 'concept_term',
      'challenge_dimension']),
    ('search', array['search_level', 'search_frequent'])
  ) as topics (name, tables) loop
    declare
      name text;
    begin
      foreach name in array topic.tables loop
        execute format('create trigger announce after insert or update or delete or truncate on %I
          for each statement execute function announce_change(%L)', name, topic.name);
      end loop;
    end;
  end loop;
end $$;
